package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.optima.backend.mail.ScriptedSmtp;
import dev.optima.protocol.message.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/// Canaries: nothing that opens a door is ever logged, at the chattiest level of ours.
class SecretsInLogsTest {
  @TempDir private Path directory;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
  private final Logger ours =
      ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("dev.optima");

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
    ours.setLevel(Level.DEBUG);
  }

  @AfterEach
  void silence() {
    root.detachAppender(log);
    ours.setLevel(Level.WARN);
  }

  @Test
  void noSecretIsLogged() throws Exception {
    List<String> canaries;
    try (ScriptedSmtp picky = new ScriptedSmtp()) {
      picky.answer(c -> c.startsWith("EHLO") ? "250-scripted\r\n250 AUTH PLAIN" : null);
      Map<String, String> mail =
          Map.of(
              "OPTIMA_SMTP_HOST", "127.0.0.1",
              "OPTIMA_SMTP_PORT", Integer.toString(picky.port()),
              "OPTIMA_SMTP_SECURITY", "none",
              "OPTIMA_SMTP_USER", "jobs@x.org",
              "OPTIMA_SMTP_PASSWORD", "smtp-canary",
              "OPTIMA_JITSI_DOMAIN", "127.0.0.1:1",
              "OPTIMA_JITSI_APP_ID", "optima",
              "OPTIMA_JITSI_SECRET", "jitsi-canary");
      canaries = actWithSecrets(mail, picky);
    }

    String all =
        log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    assertThat(all)
        .contains("GET /a/… 200")
        .contains("POST /api/invitations/… 201")
        .contains("(INVITATION) was sent");
    assertThat(canaries).allSatisfy(canary -> assertThat(all).doesNotContain(canary));
  }

  /// @return all that must not be logged
  private List<String> actWithSecrets(Map<String, String> environment, ScriptedSmtp mails)
      throws Exception {
    try (Backend backend = new Backend(directory, environment)) {
      backend.account("rec@x.org", Role.RECRUITER);
      String token = backend.signIn("rec@x.org");
      String applicant = backend.applicant(token, "Canary");
      String code = backend.invite(token, applicant);
      backend.get("/a/" + code, "");
      backend.get("/api/invitations/" + code, "");
      String cookie = backend.redeem(code);
      backend.send(
          backend
              .request("/api/sessions/current?token=query-canary", "")
              .header("Cookie", "optima_session=" + cookie));
      backend.get("/setup/setup-canary", "");
      backend.post("/api/sessions", "", "{\"email\":\"rec@x.org\",\"password\":\"wrong-canary\"}");
      backend.post("/api/sessions", "bearer-canary", "{broken-canary");
      backend.post("/api/applicants/" + applicant + "/invitations", token, "{\"send_email\":true}");
      String mailed = mailedCode(mails);
      String feed = Backend.field(backend.post("/api/calendar/feed", token, ""), "url");
      String secret = feed.replaceFirst(".*/feeds/(.*)\\.ics", "$1");
      assertThat(backend.get("/feeds/" + secret + ".ics", "").statusCode()).isEqualTo(200);
      backend.send(
          "PUT",
          "/api/calendar/external",
          token,
          "{\"kind\":\"ics\",\"url\":\"https://127.0.0.1:1/url-canary.ics?x=url-canary\","
              + "\"user\":\"rec\",\"password\":\"calendar-canary\"}");
      String admin = backend.session(backend.account("adm@x.org", Role.ADMIN), Role.ADMIN);
      assertThat(backend.post("/api/providers/jitsi/test", admin, "").body())
          .contains("token_ok", "script_unreachable")
          .doesNotContain("jitsi-canary", "eyJ");
      backend.get("/call/c1?jwt=token-canary", "");
      backend.get("/call/c1&jwt=token-canary", "");
      return List.of(
          "jitsi-canary",
          "eyJ", // how every token begins
          "token-canary",
          secret,
          "url-canary",
          "calendar-canary",
          token,
          code,
          cookie,
          mailed,
          Backend.PASSWORD,
          "smtp-canary",
          Base64.getEncoder()
              .encodeToString("\0jobs@x.org\0smtp-canary".getBytes(StandardCharsets.UTF_8)),
          "query-canary",
          "setup-canary",
          "wrong-canary",
          "bearer-canary",
          "broken-canary");
    }
  }

  private static String mailedCode(ScriptedSmtp mails) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (mails.taken().isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    Matcher code = Pattern.compile("/a/([A-Za-z0-9_-]{22})").matcher(mails.taken().getFirst());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/abc, /a/…",
    "/a/abc/def, /a/…/def",
    "/api/invitations/abc, /api/invitations/…",
    "/setup/abc, /setup/…",
    "/call/c1&jwt=eyJ.a.b, /call/c1&jwt=…",
    "/room?jwt=eyJ.a.b&x=1, /room?jwt=…&x=1",
    "/api/rooms/applicant_1, /api/rooms/applicant_1",
    "/x\u0001y, /x?y"
  })
  void codesAreTakenOutOfPaths(String path, String shown) {
    assertThat(Redaction.path(path)).isEqualTo(shown);
  }
}
