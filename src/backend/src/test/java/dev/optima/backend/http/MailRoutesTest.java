package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.optima.backend.mail.ScriptedSmtp;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Role;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mails over REST, with a real mail server (GreenMail).
class MailRoutesTest {
  private static final Pattern LINK = Pattern.compile("https?://\\S+/a/([A-Za-z0-9_-]+)");

  @TempDir private Path directory;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void anInvitationGoesOutByMailAndItsLinkLeadsIn() throws Exception {
    try (Backend backend = new Backend(directory, smtp(server.getSmtp().getPort()))) {
      backend.account("rec@x.org", Role.RECRUITER);
      backend.account("adm@x.org", Role.ADMIN);
      String token = backend.signIn("rec@x.org");
      String applicant = backend.applicant(token, "Ayşe");

      String path = "/api/applicants/" + applicant + "/invitations";
      String body = "{\"send_email\":true,\"key\":\"once-1\"}";
      HttpResponse<String> invited = backend.post(path, token, body);
      assertThat(invited.statusCode()).isEqualTo(201);
      assertThat(backend.post(path, token, body).body())
          .as("the answer was lost, and it is asked again")
          .isEqualTo(invited.body());
      assertThat(server.waitForIncomingEmail(15_000, 1)).isTrue();

      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getSubject()).isEqualTo("Optima sizi davet ediyor");
      Matcher link = LINK.matcher(text(mail));
      assertThat(link.find()).isTrue();
      assertThat(Backend.field(invited, "url")).doesNotContain(link.group(1));
      assertThat(backend.redeem(link.group(1))).startsWith("ost_");

      JsonNode mails = settled(backend, backend.signIn("adm@x.org")).path("mails");
      assertThat(mails).hasSize(1);
      JsonNode sent = mails.path(0);
      assertThat(sent.path("state").asText()).isEqualTo("sent");
      assertThat(sent.path("kind").asText()).isEqualTo("invitation");
      assertThat(backend.get("/metrics", "").body())
          .contains("optima_mails{state=\"queued\"} 0.0")
          .contains("optima_mails{state=\"dead\"} 0.0");
    }
  }

  @Test
  void theSettingsAreTriedAndTheFaultIsNamed() throws Exception {
    try (ScriptedSmtp picky = new ScriptedSmtp();
        Backend backend = new Backend(directory, smtp(picky.port()))) {
      backend.account("adm@x.org", Role.ADMIN);
      String admin = backend.signIn("adm@x.org");

      assertThat(test(backend, admin, "it@x.org").path("sent").asBoolean()).isTrue();
      assertThat(picky.taken().getFirst()).contains("Subject: Test mail from Optima");
      picky.answer(c -> c.startsWith("RCPT") ? "550 5.1.1 unknown here" : null);
      JsonNode refused = test(backend, admin, "nobody@x.org");
      assertThat(refused.path("sent").asBoolean()).isFalse();
      assertThat(refused.path("problem").asText()).isEqualTo("recipient");
      assertThat(refused.path("detail").asText()).contains("550 5.1.1 unknown here");
      picky.close();
      assertThat(test(backend, admin, "it@x.org").path("problem").asText()).isEqualTo("connection");
      assertThat(backend.post("/api/mail/test", admin, "{\"to\":\"no address\"}").statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void aMailIsLookedAtBeforeItIsSent() throws Exception {
    try (Backend backend = new Backend(directory)) {
      backend.account("rec@x.org", Role.RECRUITER);
      String token = backend.signIn("rec@x.org");
      String applicant = backend.applicant(token, "Ayşe");
      String path = "/api/applicants/" + applicant + "/mail-preview";

      HttpResponse<String> invitation = backend.get(path, token);
      HttpResponse<String> missed = backend.get(path + "?kind=missed_call", token);

      assertThat(Backend.field(invitation, "subject")).isEqualTo("Optima sizi davet ediyor");
      assertThat(Backend.field(invitation, "html")).contains("/a/preview", "lang=\"tr\"");
      assertThat(Backend.field(missed, "text")).contains("aramayı kaçırdınız");
      assertThat(backend.get(path + "?kind=test", token).statusCode()).isEqualTo(400);
      assertThat(backend.get("/api/invitations/preview", "").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void withoutAMailServerItIsSaid() throws Exception {
    try (Backend backend = new Backend(directory)) {
      backend.account("adm@x.org", Role.ADMIN);
      String admin = backend.signIn("adm@x.org");
      String applicant = backend.applicant(admin, "Ayşe");
      String path = "/api/applicants/" + applicant + "/invitations";

      HttpResponse<String> off = backend.post(path, admin, "{\"send_email\":true}");
      assertThat(off.statusCode()).isEqualTo(409);
      assertThat(Backend.field(off, "code")).isEqualTo("mail_off");
      assertThat(backend.post(path, admin, "{\"send_email\":false}").statusCode()).isEqualTo(201);
      assertThat(backend.post(path, admin, "").statusCode()).isEqualTo(201);
      assertThat(backend.post("/api/mail/test", admin, "{\"to\":\"a@b.c\"}").statusCode())
          .isEqualTo(409);
      JsonNode outbox = Json.MAPPER.readTree(backend.get("/api/mail/outbox", admin).body());
      assertThat(outbox.path("configured").asBoolean()).isFalse();
      assertThat(outbox.path("mails")).isEmpty();
    }
  }

  private static JsonNode test(Backend backend, String admin, String to) throws Exception {
    HttpResponse<String> answer = backend.post("/api/mail/test", admin, "{\"to\":\"" + to + "\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  /// The outbox, once the node has noted that the server took the mail.
  private static JsonNode settled(Backend backend, String admin) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    JsonNode outbox;
    do {
      outbox = Json.MAPPER.readTree(backend.get("/api/mail/outbox", admin).body());
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    } while (outbox.findValuesAsText("state").contains("queued") && System.nanoTime() < end);
    return outbox;
  }

  private static String text(MimeMessage mail) throws Exception {
    Object content = mail.getContent();
    while (content instanceof MimeMultipart parts) {
      BodyPart first = parts.getBodyPart(0);
      content = first.getContent();
    }
    return content.toString();
  }

  private static Map<String, String> smtp(int port) {
    return Map.of(
        "OPTIMA_SMTP_HOST", "127.0.0.1",
        "OPTIMA_SMTP_PORT", Integer.toString(port),
        "OPTIMA_SMTP_SECURITY", "none",
        "OPTIMA_SMTP_FROM", "Acme Jobs <jobs@acme.example>");
  }
}
