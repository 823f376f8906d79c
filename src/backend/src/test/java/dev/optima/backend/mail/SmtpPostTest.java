package dev.optima.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.optima.backend.config.SmtpSettings;
import dev.optima.backend.config.SmtpSettings.Login;
import dev.optima.backend.config.SmtpSettings.Security;
import dev.optima.backend.mail.MailFailure.Problem;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way to a real mail server (GreenMail), with STARTTLS, TLS and sign-in, and what is said when
/// it fails.
class SmtpPostTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Login LOGIN = new Login("optima", "sesame");

  @TempDir private Path directory;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

  @BeforeEach
  void start() {
    server.start();
    server.getManagers().getUserManager().setAuthRequired(true);
    server.setUser("jobs@acme.example", LOGIN.user(), LOGIN.password());
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void starttlsWithSignIn() throws Exception {
    try (TlsDoor door = new TlsDoor(directory, true, plain())) {
      assertThat(send(settings(door.port(), Security.STARTTLS, door.certificate(), LOGIN)))
          .isEmpty();
    }
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getMessageID()).isEqualTo("<m-1@acme.example>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getSentDate()).isEqualTo(Date.from(NOW));
    assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Özgün İK");
    assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal())
        .isEqualTo("Ayşe Yılmaz");
    assertThat(mail.getSubject()).isEqualTo("Davet — İş görüşmesi");
    assertThat(GreenMailUtil.getWholeMessage(mail))
        .contains("multipart/alternative")
        .contains("text/plain")
        .contains("text/html");
  }

  @Test
  void tlsFromTheFirstByte() throws Exception {
    try (TlsDoor door = new TlsDoor(directory, false, plain())) {
      assertThat(send(settings(door.port(), Security.TLS, door.certificate(), LOGIN))).isEmpty();
    }
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aWrongPasswordIsSaid() throws Exception {
    Login wrong = new Login(LOGIN.user(), "wrong-canary");
    try (TlsDoor door = new TlsDoor(directory, true, plain())) {
      MailFailure failure =
          send(settings(door.port(), Security.STARTTLS, door.certificate(), wrong)).orElseThrow();
      assertThat(failure.problem()).isEqualTo(Problem.CREDENTIALS);
      assertThat(failure.permanent()).isFalse();
      assertThat(failure.detail()).startsWith("535").doesNotContain("canary");
    }
  }

  @Test
  void aMissingSignInIsSaid() throws Exception {
    try (ScriptedSmtp strict = new ScriptedSmtp()) {
      strict.answer(c -> c.startsWith("MAIL") ? "530 5.7.0 authentication required" : null);
      assertThat(problem(settings(strict.port(), Security.NONE, null, null)))
          .isEqualTo(Problem.CREDENTIALS);
    }
  }

  @Test
  void aCertificateThatNobodyTrustsIsSaid() throws Exception {
    try (TlsDoor door = new TlsDoor(directory, true, plain());
        TlsDoor other = new TlsDoor(directory, true, plain())) {
      assertThat(problem(settings(door.port(), Security.STARTTLS, null, LOGIN)))
          .isEqualTo(Problem.TLS);
      assertThat(problem(settings(door.port(), Security.STARTTLS, other.certificate(), LOGIN)))
          .isEqualTo(Problem.TLS);
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aCertificateForAnotherNameIsSaid() throws Exception {
    try (TlsDoor door = new TlsDoor(directory, true, plain())) {
      SmtpSettings named =
          settings("localhost", door.port(), Security.STARTTLS, door.certificate(), LOGIN);
      assertThat(problem(named)).isEqualTo(Problem.TLS);
    }
  }

  @Test
  void aServerWithoutStarttlsGetsNoPassword() {
    MailFailure failure = send(settings(plain(), Security.STARTTLS, null, LOGIN)).orElseThrow();
    assertThat(failure.problem()).isEqualTo(Problem.TLS);
    assertThat(failure.detail()).contains("STARTTLS");
  }

  @Test
  void aHostThatIsNotThereIsSaid() {
    assertThat(problem(settings("mail.invalid", 25, Security.NONE, null, null)))
        .isEqualTo(Problem.HOST);
    int gone = plain();
    server.stop();
    assertThat(problem(settings(gone, Security.NONE, null, LOGIN))).isEqualTo(Problem.CONNECTION);
  }

  @Test
  void aServerThatFallsSilentIsLeft() throws Exception {
    try (ScriptedSmtp silent = new ScriptedSmtp()) {
      silent.answer(command -> command.startsWith("MAIL") ? "" : null);
      assertThat(problem(settings(silent.port(), Security.NONE, null, null)))
          .isEqualTo(Problem.CONNECTION);
      silent.answer(command -> command.startsWith("MAIL") ? "550 5.7.1 not this sender" : null);
      assertThat(problem(settings(silent.port(), Security.NONE, null, null)))
          .isEqualTo(Problem.SENDER);
      silent.answer(command -> command.equals("DATA.") ? "554 5.6.0 looks like spam" : null);
      MailFailure spam = send(settings(silent.port(), Security.NONE, null, null)).orElseThrow();
      assertThat(spam.problem()).isEqualTo(Problem.OTHER);
      assertThat(spam.permanent()).isTrue();
      silent.answer(command -> command.equals("DATA.") ? "451 4.3.0 later" : null);
      assertThat(send(settings(silent.port(), Security.NONE, null, null)).orElseThrow().permanent())
          .isFalse();
    }
  }

  @Test
  void nothingThatPeopleWriteBecomesAHeader() throws Exception {
    String evil = "Eve\r\nBcc: all@acme.example\r\n\r\n<h1>";
    SmtpPost post = new SmtpPost(settings(plain(), Security.NONE, null, LOGIN));
    MailContent content = new MailContent(evil, "<p>x</p>", "x");

    assertThat(post.send(new SmtpPost.Envelope("m-1", evil, "eve@acme.example", content), NOW))
        .isEmpty();
    assertThat(
            post.send(
                new SmtpPost.Envelope("m-2", "Eve", "eve@acme.example\r\nBcc: x@y.z", content),
                NOW))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.problem()).isEqualTo(Problem.RECIPIENT);
              assertThat(failure.permanent()).isTrue();
            });

    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getSubject()).startsWith("Eve Bcc: all@acme.example");
  }

  @Test
  void aFileWithoutACertificateIsRefusedAtTheStart() throws Exception {
    Path file = Files.writeString(directory.resolve("none.pem"), "nothing");

    assertThatThrownBy(() -> new SmtpPost(settings(25, Security.TLS, file, null)))
        .hasMessageContaining("smtp.certificate");
  }

  private int plain() {
    return server.getSmtp().getPort();
  }

  private static Optional<MailFailure> send(SmtpSettings settings) {
    return new SmtpPost(settings)
        .send(
            new SmtpPost.Envelope(
                "m-1",
                "Ayşe Yılmaz",
                "ayse@example.com",
                new MailContent("Davet — İş görüşmesi", "<p>Merhaba ş</p>", "Merhaba ş")),
            NOW);
  }

  private static Problem problem(SmtpSettings settings) {
    return send(settings).orElseThrow().problem();
  }

  private static SmtpSettings settings(
      int port, Security security, @Nullable Path certificate, @Nullable Login login) {
    return settings("127.0.0.1", port, security, certificate, login);
  }

  private static SmtpSettings settings(
      String host, int port, Security security, @Nullable Path certificate, @Nullable Login login) {
    return new SmtpSettings(
        host,
        port,
        security,
        Optional.ofNullable(certificate),
        Optional.ofNullable(login),
        "jobs@acme.example",
        "Özgün İK",
        Duration.ofSeconds(5));
  }
}
