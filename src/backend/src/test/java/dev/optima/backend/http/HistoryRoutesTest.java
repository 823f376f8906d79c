package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.backend.history.HistoryIndex;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Role;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The history over HTTP: what is asked, what comes out as a file, and what stays with the team.
class HistoryRoutesTest {
  private static final String EVIL = "=1+1 <script>alert(1)</script> & \"Ş\"";
  private static final String POSITION = "R&D, \"50 %\" C++";
  private static final Instant START = Instant.parse("2026-11-02T07:30:00Z");

  @TempDir private static Path directory;
  private static Backend backend;
  private static String token;
  private static UserId recruiter;
  private static String applicant;

  @BeforeAll
  static void open() throws Exception {
    backend = new Backend(directory);
    recruiter = backend.account("elif@example.org", Role.RECRUITER);
    token = backend.session(recruiter, Role.RECRUITER);
    applicant = backend.applicant(token, "Işıl Şahin");
    String other = backend.applicant(token, "Other");
    backend
        .database()
        .<Integer>write(
            tx ->
                tx.update("UPDATE applicants SET position = ? WHERE id = ?", POSITION, applicant)
                    + tx.update("UPDATE applicants SET name = ? WHERE id = ?", EVIL, other));
    for (int i = 0; i < 30; i++) {
      call(i, i % 5 == 0 ? other : applicant);
    }
  }

  private static void call(int number, String who) {
    CallOutcome outcome = CallOutcome.values()[number % 8];
    boolean met = number % 8 < 2;
    Instant at = START.plusSeconds(number * 3_600L);
    backend
        .database()
        .<Integer>write(
            tx -> {
              String id = "call-" + number;
              tx.update(
                  "INSERT INTO calls (id, room_id, applicant_id, caller_id, request_key, media_room,"
                      + " state, outcome, version, created_at, started_at, together_millis,"
                      + " ended_at, opened, score, in_history) VALUES (?, ?, ?, ?, ?, ?, 'ENDED', ?,"
                      + " 1, ?, ?, ?, ?, 0, ?, 1)",
                  id,
                  "applicant_" + who,
                  who,
                  recruiter,
                  id,
                  id,
                  outcome,
                  at,
                  met ? at : null,
                  met ? 754_000L : 0L,
                  at.plusSeconds(800),
                  met ? 4.25 : null);
              for (String person : new String[] {who, recruiter.value()}) {
                tx.update(
                    "INSERT INTO call_participants (call_id, user_id, place, name, side)"
                        + " VALUES (?, ?, 0, 'Elif Demir', ?)",
                    id,
                    person,
                    person.equals(who) ? "APPLICANT" : "RECRUITER");
              }
              new HistoryIndex().follow(tx, new CallId(id));
              return 0;
            });
  }

  @AfterAll
  static void close() {
    backend.close();
  }

  private static JsonNode page(String query) throws Exception {
    HttpResponse<String> answer = backend.get("/api/video-calls?" + query, token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void whatMayBeThereMoreThanOnceMay() throws Exception {
    assertThat(page("state=over&outcome=dropped&outcome=completed").path("total").asInt())
        .isEqualTo(8);
    assertThat(page("state=ENDED&state=MISSED&limit=3").path("calls")).hasSize(3);
    assertThat(page("person=nobody&person=" + applicant).path("total").asInt()).isEqualTo(24);
    assertThat(page("position=12.5&position=" + encoded(POSITION)).path("total").asInt())
        .isEqualTo(24);
    assertThat(page("position=true").path("total").asInt()).isZero();
  }

  @Test
  void aNameIsFoundHoweverItIsTyped() throws Exception {
    for (String typed : new String[] {"ışıl", "ISIL", "isil sah", "ŞAHİN Işıl", "şahi"}) {
      assertThat(page("state=over&q=" + encoded(typed)).path("total").asInt())
          .as(typed)
          .isEqualTo(24);
    }
    assertThat(page("state=over&q=nobody").path("total").asInt()).isZero();
    assertThat(page("q=%22%27%28%2A").path("total").asInt()).isZero();
  }

  @Test
  void pagesGoOnInTheirOrder() throws Exception {
    JsonNode first = page("sort=applicant&order=asc&limit=20");
    JsonNode second =
        page("sort=applicant&order=asc&limit=20&before=" + first.path("next").asText());
    assertThat(first.path("calls").size() + second.path("calls").size()).isEqualTo(30);
    assertThat(second.has("total")).isFalse();
    HttpResponse<String> wrong =
        backend.get("/api/video-calls?sort=length&before=" + first.path("next").asText(), token);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("another order");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weekday=8",
        "hour=24",
        "min_score=x",
        "sort=size",
        "order=up",
        "state=SLEEPING",
        "time_zone=Nowhere",
        "min_length=-1",
        "outcome=fine",
        "before=rubbish"
      })
  void whatIsNotAllowedIsSaid(String query) throws Exception {
    assertThat(backend.get("/api/video-calls?" + query, token).statusCode()).isEqualTo(400);
  }

  @Test
  void anApplicantSeesTheOwnOnesWithoutWhatIsTheTeams() throws Exception {
    String own = backend.session(new UserId(applicant), Role.APPLICANT);
    HttpResponse<String> answer = backend.get("/api/video-calls?person=" + recruiter, own);
    JsonNode page = Json.MAPPER.readTree(answer.body());
    assertThat(page.path("calls")).hasSize(24);
    page.path("calls")
        .forEach(
            call -> {
              assertThat(call.path("applicant_id").asText()).isEqualTo(applicant);
              assertThat(call.has("score")).isFalse();
              assertThat(call.has("position")).isFalse();
            });
    assertThat(page.has("total")).isFalse();
    for (String query : new String[] {"q=x", "min_score=1", "position=x", "sort=quality"}) {
      assertThat(backend.get("/api/video-calls?" + query, own).statusCode())
          .as(query)
          .isEqualTo(403);
    }
    JsonNode theirs = page("sort=when&limit=5");
    HttpResponse<String> behind =
        backend.get("/api/video-calls?before=" + theirs.path("next").asText(), own);
    Json.MAPPER
        .readTree(behind.body())
        .path("calls")
        .forEach(call -> assertThat(call.path("applicant_id").asText()).isEqualTo(applicant));
  }

  @Test
  void aFileHasAllAndNoFormula() throws Exception {
    HttpResponse<String> csv =
        backend.send(
            backend
                .request("/api/video-calls?state=over&time_zone=Europe/Istanbul", token)
                .header("Accept", "text/csv"));
    assertThat(csv.body().lines()).hasSize(31);
    assertThat(csv.body())
        .contains("\"'" + EVIL.replace("\"", "\"\"") + "\"")
        .contains("2026-11-02 10:30:00")
        .contains(",4.25\r\n");
    List<String> noted =
        backend
            .database()
            .<List<String>>read(
                tx ->
                    tx.list(
                        "SELECT detail FROM audit_log WHERE act = 'CALLS_EXPORTED'",
                        row -> row.text(1)));
    assertThat(noted).contains("csv 30");
  }

  @Test
  void aReportIsWholeByItselfAndRunsNothing() throws Exception {
    for (String language : new String[] {"en", "tr"}) {
      HttpResponse<String> report =
          backend.get(
              "/api/video-calls/report?state=over&outcome=completed&outcome=dropped&person="
                  + recruiter
                  + "&weekday=1&time_zone=Europe/Istanbul&sort=applicant&order=asc&language="
                  + language,
              token);
      assertThat(report.statusCode()).isEqualTo(200);
      assertThat(report.headers().firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'; style-src 'sha256-");
      assertThat(report.body())
          .doesNotContain("<script")
          .doesNotContain("{{")
          .contains("&lt;script&gt;")
          .contains("lang=\"" + language + "\"")
          .as("on paper: heads on each page, no row in two, pages with numbers")
          .contains("thead { display: table-header-group;", "tr { break-inside: avoid; }")
          .contains("counter(page) \" / \" counter(pages)")
          .contains("12:34")
          .contains(language.equals("en") ? "On Monday" : "Pazartesi");
    }
  }
}
