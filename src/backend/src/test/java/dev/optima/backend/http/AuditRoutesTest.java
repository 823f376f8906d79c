package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The audit log over REST: from where, by whom, and nothing in it that is secret.
class AuditRoutesTest {
  @TempDir private Path directory;

  @Test
  void eachActIsThereOnceWithItsAddressAndNoSecret() throws Exception {
    try (Backend backend = new Backend(directory, Map.of("OPTIMA_TRUSTED_PROXIES", "127.0.0.1"))) {
      backend.account("adm@x.org", Role.ADMIN);
      UserId second = backend.account("sec@x.org", Role.RECRUITER);
      String admin = backend.signIn("adm@x.org");
      List<String> secrets = new ArrayList<>(List.of(admin, Backend.PASSWORD, "CANARY"));
      backend.post("/api/sessions", "", "{\"email\":\"adm@x.org\",\"password\":\"CANARY-1\"}");
      backend.send("PATCH", "/api/accounts/" + second, admin, "{\"password\":\"CANARY-password\"}");
      String applicant = backend.applicant(admin, "Ayşe");
      secrets.add(backend.invite(admin, applicant));
      backend.post(
          "/api/rooms/applicant_" + applicant + "/messages",
          admin,
          "{\"key\":\"k\",\"body\":\"CANARY said\"}");
      HttpResponse<String> feed = backend.post("/api/calendar/feed", admin, "");
      String url = Backend.field(feed, "url");
      secrets.add(url.substring(url.lastIndexOf('/') + 1).replace(".ics", ""));
      backend.send("DELETE", "/api/calendar/feed", admin, "");
      backend.send("DELETE", "/api/calendar/feed", admin, "");
      backend.send(
          "PUT",
          "/api/calendar/external",
          admin,
          "{\"kind\":\"ics\",\"url\":\"http://127.0.0.1:1/CANARY/x.ics?key=CANARY\"}");
      backend.send("DELETE", "/api/calendar/external", admin, "");
      backend.post("/api/providers/direct/test", admin, "");
      backend.post("/api/providers/none/test", admin, "");
      backend.send(
          backend
              .request("/api/sessions/current", admin)
              .header("X-Forwarded-For", "203.0.113.9, 198.51.100.7")
              .DELETE());

      String again = backend.signIn("adm@x.org");
      secrets.add(again);
      JsonNode entries = entries(backend.get("/api/audit?limit=200", again));
      assertThat(acts(entries))
          .containsExactly(
              "signed_in",
              "signed_out",
              "provider_tested",
              "calendar_disconnected",
              "calendar_connected",
              "calendar_feed_revoked",
              "calendar_feed_made",
              "applicant_invited",
              "password_changed",
              "sign_in_failed",
              "signed_in");
      assertThat(entries.path(1).path("address").asText()).isEqualTo("198.51.100.7");
      assertThat(entries.path(7).path("subject").asText()).isEqualTo("Ayşe");
      assertThat(entries.path(7).path("actor").asText()).isEqualTo("Person adm@x.org");
      assertThat(entries.path(7).path("address").asText()).isEqualTo("127.0.0.1");
      for (String secret : secrets) {
        assertThat(entries.toString()).doesNotContain(secret);
      }
    }
  }

  @Test
  void isFilteredPagedAndExported() throws Exception {
    try (Backend backend = new Backend(directory)) {
      UserId id = backend.account("adm@x.org", Role.ADMIN);
      String admin = backend.session(id, Role.ADMIN);
      for (int i = 0; i < 6; i++) {
        backend.invite(admin, backend.applicant(admin, "=Person " + i));
      }
      HttpResponse<String> page = backend.get("/api/audit?limit=4", admin);
      assertThat(acts(entries(page))).hasSize(4);
      String next = Backend.field(page, "next");
      HttpResponse<String> rest = backend.get("/api/audit?limit=4&before=" + next, admin);
      assertThat(entries(rest)).hasSize(2);
      assertThat(Json.MAPPER.readTree(rest.body()).has("next")).isFalse();
      assertThat(entries(backend.get("/api/audit?q=person%203", admin))).hasSize(1);
      assertThat(entries(backend.get("/api/audit?actor=nobody", admin))).isEmpty();
      assertThat(entries(backend.get("/api/audit?act=applicant_invited&actor=" + id, admin)))
          .hasSize(6);
      assertThat(entries(backend.get("/api/audit?to=2020-01-01T00:00:00Z", admin))).isEmpty();
      assertThat(backend.get("/api/audit?act=no_such_act", admin).statusCode()).isEqualTo(400);

      HttpResponse<String> csv =
          backend.send(
              backend
                  .request("/api/audit?act=applicant_invited", admin)
                  .header("Accept", "text/csv")
                  .GET());
      assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("audit.csv");
      List<String> lines = csv.body().lines().toList();
      assertThat(lines).hasSize(7);
      assertThat(lines.getFirst())
          .isEqualTo("id,at,actor_id,actor,act,subject_id,subject,detail,address");
      assertThat(lines.get(1)).contains(",'=Person 5,link,");
      assertThat(acts(entries(backend.get("/api/audit?limit=1", admin))))
          .containsExactly("audit_exported");
    }
  }

  @Test
  void theFirstAdministratorAndWhatIsDoneToTheOutbox() throws Exception {
    Map<String, String> nowhere =
        Map.of(
            "OPTIMA_SMTP_HOST", "127.0.0.1",
            "OPTIMA_SMTP_PORT", "1",
            "OPTIMA_SMTP_SECURITY", "none",
            "OPTIMA_SMTP_FROM", "Acme Jobs <jobs@acme.example>");
    try (Backend backend = new Backend(directory, nowhere)) {
      String path = backend.running().setUpLink().orElseThrow().getPath();
      String form = "name=Ada&email=ada%40x.org&password=" + Backend.PASSWORD.replace(' ', '+');
      for (String body : List.of("name=Ada", form, form)) {
        backend
            .client()
            .send(
                backend
                    .request(path, "")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.discarding());
      }
      String admin = backend.signIn("ada@x.org");
      String applicant = backend.applicant(admin, "Ayşe");
      dead(backend, "m1", applicant);
      dead(backend, "m2", applicant);
      backend.post("/api/mail/test", admin, "{\"to\":\"it@x.org\"}");
      backend.post("/api/mail/outbox/m1/retry", admin, "");
      backend.send("DELETE", "/api/mail/outbox/m2", admin, "");
      backend.send("DELETE", "/api/mail/outbox/m2", admin, "");
      JsonNode entries = entries(backend.get("/api/audit", admin));
      assertThat(acts(entries))
          .containsExactly("mail_deleted", "mail_sent_again", "mail_tested", "signed_in", "set_up");
      assertThat(entries.path(0).path("subject").asText()).isEqualTo("someone@example.org");
      assertThat(entries.path(2).path("detail").asText()).isEqualTo("connection");
      assertThat(entries.path(4).path("actor").asText()).isEqualTo("Ada");
      assertThat(entries.path(4).path("address").asText()).isEqualTo("127.0.0.1");
      assertThat(entries.toString()).doesNotContain(path.substring(path.lastIndexOf('/') + 1));
    }
  }

  private static void dead(Backend backend, String id, String applicant) {
    backend
        .database()
        .<Integer>write(
            tx ->
                tx.update(
                    "INSERT INTO mails (id, kind, applicant_id, actor_id, actor_name, happened_at,"
                        + " recipient, subject, state, attempts, created_at, queued_at,"
                        + " next_attempt_at, link_expires_at) VALUES (?, 'INVITATION', ?, 'a',"
                        + " 'Ada', 0, 'someone@example.org', 'x', 'DEAD', 6, 0, 0, 0, 0)",
                    id,
                    applicant));
  }

  private static JsonNode entries(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body()).path("entries");
  }

  private static List<String> acts(JsonNode entries) {
    List<String> acts = new ArrayList<>();
    entries.forEach(entry -> acts.add(entry.path("act").asText()));
    return acts;
  }
}
