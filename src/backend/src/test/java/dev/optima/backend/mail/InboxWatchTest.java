package dev.optima.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.optima.backend.config.ImapSettings;
import dev.optima.backend.config.SmtpSettings.Login;
import dev.optima.backend.config.SmtpSettings.Security;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/// A real mailbox (GreenMail), and what is found in it.
class InboxWatchTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Login LOGIN = new Login("jobs", "sesame-canary");

  @TempDir private Path folder;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
  private final List<IncomingAnswer> taken = new ArrayList<>();
  private GreenMailUser mailbox;

  @BeforeEach
  void start() {
    server.start();
    mailbox = server.setUser("jobs@acme.example", LOGIN.user(), LOGIN.password());
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTakenIsMarkedAndWhatIsNotStaysAsItIs(Engine engine) throws Exception {
    deliver("Hello", "text/plain; charset=utf-8", "Good morning");
    deliver("Yes", "text/calendar; method=REPLY; charset=utf-8", "take Özgün");
    deliver("Invitation", "text/calendar; method=REQUEST", "leave");
    try (Database database = engine.open(folder)) {
      assertThat(watch(database).look()).isEqualTo(MINUTE);
      assertThat(taken).extracting(IncomingAnswer::calendar).containsExactly("take Özgün");
      assertThat(taken.getFirst().id()).isNotEmpty();
      assertThat(read()).containsExactly(false, true, false);

      // Another start reads on where this one stopped.
      deliver("No", "multipart/alternative; boundary=b", parts("take base"));
      watch(database).look();
      assertThat(taken)
          .extracting(IncomingAnswer::calendar)
          .containsExactly("take Özgün", "take base");
      assertThat(read()).containsExactly(false, true, false, true);
      watch(database).look();
      assertThat(taken).hasSize(2);
    }
  }

  @Test
  void whatWasReadOrThrownAwayByAPersonCountsTooAndStays() throws Exception {
    deliver("Yes", "text/calendar; method=REPLY", "take one");
    StoredMessage mail =
        server.getManagers().getImapHostManager().getInbox(mailbox).getMessages().getFirst();
    mail.setFlag(Flags.Flag.SEEN, true);
    mail.setFlag(Flags.Flag.DELETED, true);
    try (Database database = Engine.SQLITE.open(folder)) {
      watch(database).look();
      assertThat(taken).hasSize(1);
      assertThat(read()).containsExactly(true);
    }
  }

  @Test
  void aMailThatIsRubbishHoldsNothingUp() throws Exception {
    deliver("Broken", "multipart/mixed; boundary=x", "no parts at all");
    deliver("Odd", "text/calendar; charset=klingon; method=REPLY", "take odd");
    deliver("Huge", "text/calendar; method=REPLY", "take " + "x\r\n".repeat(200_000));
    deliver("Yes", "text/calendar; method=REPLY", "take it");
    try (Database database = Engine.SQLITE.open(folder)) {
      watch(database).look();
      assertThat(taken)
          .extracting(IncomingAnswer::calendar)
          .contains("take it")
          .noneMatch(text -> text.length() > 1_000);
    }
  }

  @Test
  void whatCannotBeWrittenDownIsShownAgain() throws Exception {
    deliver("Yes", "text/calendar; method=REPLY", "take it");
    try (Database database = Engine.SQLITE.open(folder)) {
      List<String> shown = new ArrayList<>();
      InboxWatch broken =
          watch(
              database,
              settings(server.getImap().getPort(), LOGIN),
              answer -> {
                shown.add(answer.calendar());
                throw new IllegalStateException("the database is away");
              });
      assertThat(broken.look()).isEqualTo(MINUTE);
      assertThat(broken.look()).isEqualTo(MINUTE.multipliedBy(2));
      assertThat(shown).hasSize(2);
      assertThat(read()).containsExactly(false);
      watch(database).look();
      assertThat(taken).hasSize(1);
    }
  }

  @Test
  void aServerThatFailsIsTriedLaterAndLaterAndNoSecretIsLogged() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(InboxWatch.class);
    logger.addAppender(log);
    try (Database database = Engine.SQLITE.open(folder)) {
      Login wrong = new Login("jobs", "wrong-canary");
      InboxWatch watch = watch(database, settings(server.getImap().getPort(), wrong), this::take);
      assertThat(watch.look()).isEqualTo(MINUTE);
      assertThat(watch.look()).isEqualTo(MINUTE.multipliedBy(2));
      assertThat(watch.look()).isEqualTo(MINUTE.multipliedBy(4));
      server.stop();
      assertThat(watch.look()).isEqualTo(MINUTE.multipliedBy(8));
    } finally {
      logger.detachAppender(log);
    }
    List<String> said = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertThat(said).hasSize(4).noneMatch(line -> line.contains("canary"));
    assertThat(said.getFirst()).contains("credentials");
    assertThat(said.getLast()).contains("connection");
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS", "STARTTLS"})
  void theWayIsProtected(Security security) throws Exception {
    deliver("Yes", "text/calendar; method=REPLY", "take it");
    try (Database database = Engine.SQLITE.open(folder)) {
      // This server offers no TLS: nothing is said to it, the password least of all.
      ImapSettings strict =
          new ImapSettings(
              "127.0.0.1",
              server.getImap().getPort(),
              security,
              Optional.empty(),
              LOGIN,
              "INBOX",
              MINUTE);
      watch(database, strict, this::take).look();
      assertThat(taken).isEmpty();
    }
  }

  @Test
  void aServerIsCheckedByItsCertificate() throws Exception {
    deliver("Yes", "text/calendar; method=REPLY", "take it");
    try (TlsDoor door = new TlsDoor(folder, false, server.getImap().getPort());
        Database database = Engine.SQLITE.open(folder)) {
      watch(database, tls(door.port(), Optional.empty()), this::take).look();
      assertThat(taken).isEmpty();
      watch(database, tls(door.port(), Optional.of(door.certificate())), this::take).look();
      assertThat(taken).hasSize(1);
    }
  }

  private static ImapSettings tls(int port, Optional<Path> certificate) {
    return new ImapSettings("127.0.0.1", port, Security.TLS, certificate, LOGIN, "INBOX", MINUTE);
  }

  @Test
  void itLooksByItselfAndEnds() throws Exception {
    deliver("Yes", "text/calendar; method=REPLY", "take it");
    CountDownLatch seen = new CountDownLatch(1);
    try (Database database = Engine.SQLITE.open(folder)) {
      InboxWatch watch =
          watch(
              database,
              settings(server.getImap().getPort(), LOGIN),
              answer -> {
                seen.countDown();
                return true;
              });
      watch.start();
      assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
      watch.close();
    }
  }

  private boolean take(IncomingAnswer answer) {
    if (answer.calendar().startsWith("take")) {
      taken.add(answer);
      return true;
    }
    return false;
  }

  private InboxWatch watch(Database database) {
    return watch(database, settings(server.getImap().getPort(), LOGIN), this::take);
  }

  private static InboxWatch watch(Database database, ImapSettings settings, AnswerReader reader) {
    return new InboxWatch(database, new ImapBox(settings), MINUTE, reader, Instant::now, () -> 0.5);
  }

  private static ImapSettings settings(int port, Login login) {
    return new ImapSettings(
        "127.0.0.1", port, Security.NONE, Optional.empty(), login, "INBOX", MINUTE);
  }

  private static String parts(String calendar) {
    return "--b\r\nContent-Type: text/plain\r\n\r\nYes\r\n--b\r\n"
        + "Content-Type: text/calendar; method=REPLY; charset=utf-8\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(calendar.getBytes(StandardCharsets.UTF_8))
        + "\r\n--b--\r\n";
  }

  private void deliver(String subject, String type, String body) throws Exception {
    String mail =
        "From: john@example.com\r\nTo: jobs@acme.example\r\nSubject: "
            + subject
            + "\r\nMessage-ID: <"
            + subject
            + "@example.com>\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: 8bit\r\n"
            + "Content-Type: "
            + type
            + "\r\n\r\n"
            + body;
    mailbox.deliver(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
  }

  /// Whether each is marked as read.
  private List<Boolean> read() throws Exception {
    List<Boolean> all = new ArrayList<>();
    for (StoredMessage message :
        server.getManagers().getImapHostManager().getInbox(mailbox).getMessages()) {
      all.add(message.getFlags().contains(Flags.Flag.SEEN));
    }
    return all;
  }
}
