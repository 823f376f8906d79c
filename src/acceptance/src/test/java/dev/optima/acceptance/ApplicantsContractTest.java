package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Answer;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.client.Rest;
import dev.optima.acceptance.harness.Site;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The list of applicants: filters, pages, the archive, and whole files of them.
class ApplicantsContractTest {
  private static Site site;
  private static Member recruiter;

  @BeforeAll
  static void open() {
    site = Site.open("applicants");
    recruiter = site.recruiter("Rea Recruiter");
  }

  @AfterAll
  static void close() throws InterruptedException {
    site.close();
  }

  private static List<String> names(String query) {
    List<String> names = new ArrayList<>();
    list(query).path("applicants").forEach(one -> names.add(one.path("name").asText()));
    return names;
  }

  private static JsonNode list(String query) {
    return recruiter.rest().get("/api/applicants?" + query).expect(200).body();
  }

  private static String q(String words) {
    return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private static Answer change(Guest applicant, Map<String, Object> what) {
    return recruiter.rest().patch("/api/applicants/" + applicant.userId(), what);
  }

  @Test
  void theyAreFoundByNameAddressAndPositionWithoutAccents() {
    Guest guest = site.applicant("Gülşah Çelikbaş");
    change(guest, Map.of("position", "Kıdemli Süpervizör")).expect(200);
    for (String words : List.of("gulsah", "ÇELİKBAŞ", "supervizor")) {
      assertThat(names(q(words))).as(words).containsExactly("Gülşah Çelikbaş");
    }
    assertThat(names(q("nobody is called that"))).isEmpty();
  }

  @Test
  void stagesAreFiltered() {
    Guest screened = site.applicant("Stagewise One");
    Guest offered = site.applicant("Stagewise Two");
    site.applicant("Stagewise Three");
    change(screened, Map.of("stage", "screening")).expect(200);
    change(offered, Map.of("stage", "offer")).expect(200);
    assertThat(names(q("stagewise") + "&stage=screening,offer"))
        .containsExactlyInAnyOrder("Stagewise One", "Stagewise Two");
    assertThat(names(q("stagewise") + "&stage=new")).containsExactly("Stagewise Three");
    assertThat(change(screened, Map.of("stage", "no such stage")).status()).isEqualTo(400);
  }

  @Test
  void unreadIsWhatOneHasNotReadOneself() {
    Guest writes = site.applicant("Unreadable Writer");
    site.applicant("Unreadable Silent");
    writes
        .rest()
        .post("/api/rooms/" + writes.roomId() + "/messages", Map.of("key", "k", "body", "hello"))
        .expect(201);
    assertThat(names(q("unreadable") + "&unread=true")).containsExactly("Unreadable Writer");
    assertThat(list(q("unreadable writer")).path("applicants").path(0).path("unread").asLong())
        .isEqualTo(1);
    recruiter.rest().post("/api/rooms/" + writes.roomId() + "/read", Map.of("seq", 1)).expect(204);
    assertThat(names(q("unreadable") + "&unread=true")).isEmpty();
  }

  @Test
  void theArchiveIsAListOfItsOwn() {
    Guest gone = site.applicant("Archivable Person");
    change(gone, Map.of("archived", true)).expect(200);
    assertThat(names(q("archivable"))).isEmpty();
    assertThat(names(q("archivable") + "&archived=true")).containsExactly("Archivable Person");
    change(gone, Map.of("archived", false)).expect(200);
    assertThat(names(q("archivable"))).containsExactly("Archivable Person");
  }

  @Test
  void pagesHoldEverybodyOnce() {
    for (int i = 0; i < 5; i++) {
      site.applicant("Paginated " + "ABCDE".charAt(i));
    }
    List<String> all = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = list(q("paginated") + "&limit=2" + after);
      page.path("applicants").forEach(one -> all.add(one.path("name").asText()));
      after = "&after=" + page.path("next").asText("");
    } while (!after.equals("&after="));
    assertThat(all).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void whoEditsWhatSomebodyElseHasChangedIsTold() {
    Guest guest = site.applicant("Edited Twice");
    long version = change(guest, Map.of("phone", "1")).expect(200).body().path("version").asLong();
    change(guest, Map.of("phone", "2", "version", version)).expect(200);
    Answer late = change(guest, Map.of("phone", "3", "version", version));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("stale");
  }

  @Test
  void aFileIsTriedFirstAndThenAdded() {
    String email = Site.email("imported");
    String csv =
        "Ad Soyad;E-posta;Pozisyon;Yıldız\n"
            + "Import Bir;"
            + email
            + ";Kasiyer;x\n"
            + "Import İki;not an address;;\n"
            + "Import Üç;"
            + email
            + ";;\n";
    JsonNode preview = imported(csv, true);
    assertThat(preview.path("added").asInt()).isEqualTo(1);
    assertThat(preview.path("unknown_columns").path(0).asText()).isEqualTo("Yıldız");
    assertThat(preview.path("rows")).hasSize(3);
    assertThat(preview.path("rows").path(0).path("problems")).isEmpty();
    assertThat(problem(preview, 1)).isEqualTo("email invalid");
    assertThat(problem(preview, 2)).isEqualTo("email conflict");
    assertThat(names(q("import bir"))).as("only tried").isEmpty();

    JsonNode done = imported(csv, false);
    assertThat(done.path("added").asInt()).isEqualTo(1);
    JsonNode added = list(q("import bir")).path("applicants").path(0);
    assertThat(added.path("applicant_id"))
        .isEqualTo(done.path("rows").path(0).path("applicant_id"));
    assertThat(added.path("position").asText()).isEqualTo("Kasiyer");
    assertThat(added.path("time_zone").asText()).isEqualTo("Europe/Istanbul");
    assertThat(imported(csv, false).path("added").asInt()).as("the same again").isZero();
  }

  private static JsonNode imported(String csv, boolean dryRun) {
    return recruiter.rest().post("/api/applicants/import", file(csv, dryRun)).expect(200).body();
  }

  private static Map<String, Object> file(String csv, boolean dryRun) {
    return Map.of("csv", csv, "dry_run", dryRun, "language", "tr", "time_zone", "Europe/Istanbul");
  }

  private static String problem(JsonNode report, int row) {
    JsonNode problem = report.path("rows").path(row).path("problems").path(0);
    return problem.path("field").asText() + " " + problem.path("code").asText();
  }

  @Test
  void applicantsSeeNoneOfIt() {
    Rest applicant = site.applicant("Curious").rest();
    for (String path : List.of("/api/applicants", "/api/applicants?q=a")) {
      assertThat(applicant.get(path).status()).isIn(403, 404);
    }
    Map<String, Object> csv = file("Name,Email\nX,x@example.org\n", false);
    assertThat(applicant.post("/api/applicants/import", csv).status()).isIn(403, 404);
    assertThat(site.office().nobody().get("/api/applicants").status()).isEqualTo(401);
  }
}
