package dev.optima.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.config.SmtpSettings;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.OutboxMails.Mail;
import dev.optima.protocol.rest.OutboxMails.State;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The outbox and what becomes of its mails, on both databases, with a scripted mail server.
class OutboxTest {
  private static final Identity ADMIN =
      Identity.ofSession(new UserId("adm"), Role.ADMIN, "Ada", "s");
  private static final UserId ELIF = new UserId("rec");
  private static final Duration LIFE = Duration.ofDays(7);

  @TempDir private Path directory;
  private final ManualClock clock = new ManualClock();
  private final MailTexts texts = new MailTexts("Acme");
  private final Outbox outbox = new Outbox(true, texts, LIFE);
  private final AtomicInteger links = new AtomicInteger();
  private final ScriptedSmtp server;

  OutboxTest() throws IOException {
    server = new ScriptedSmtp();
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aMailIsQueuedWithTheActAndSentOnce(Engine engine) {
    try (Database database = database(engine, "john");
        MailCourier courier = courier(database)) {
      assertThatThrownBy(
              () ->
                  database.write(
                      tx -> {
                        outbox.invite(tx, new UserId("john"), ELIF, "Elif", clock.instant());
                        throw new IllegalStateException("the act fails");
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(mails(database)).isEmpty();

      invite(database, "john");
      courier.round();
      courier.round();

      assertThat(server.taken()).hasSize(1);
      assertThat(mails(database).getFirst())
          .satisfies(
              mail -> {
                assertThat(mail.state()).isEqualTo(State.SENT);
                assertThat(mail.sentAt()).isEqualTo(clock.instant());
                assertThat(mail.to()).isEqualTo("john@example.com");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void noLinkIsEverKept(Engine engine) {
    try (Database database = database(engine, "john");
        MailCourier courier = courier(database)) {
      invite(database, "john");
      assertThat(links).hasValue(0);
      courier.round();

      assertThat(server.taken().getFirst()).contains("/a/code-1");
      String row =
          database
              .read(
                  tx ->
                      tx.first(
                          "SELECT recipient || subject || actor_name || COALESCE(problem, '')"
                              + " || COALESCE(detail, '') || COALESCE(claim, '') FROM mails",
                          r -> r.text(1)))
              .orElseThrow();
      assertThat(row).contains("john@example.com").doesNotContain("code-1");
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void twoNodesNeverSendTheSame(Engine engine) throws Exception {
    List<String> many = IntStream.range(0, 30).mapToObj(i -> "p" + i).toList();
    try (Database database = database(engine, many.toArray(String[]::new));
        MailCourier one = courier(database);
        MailCourier other = courier(database)) {
      many.forEach(person -> invite(database, person));

      Thread first = Thread.ofVirtual().start(one::round);
      Thread second = Thread.ofVirtual().start(other::round);
      first.join();
      second.join();
      one.round();

      assertThat(mails(database)).hasSize(30).allMatch(mail -> mail.state() == State.SENT);
      assertThat(server.taken()).hasSize(30);
      assertThat(mails(database)).allMatch(mail -> mail.attempts() == 1);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theClaimOfANodeThatDiedEnds(Engine engine) {
    OutboxStore store = new OutboxStore();
    try (Database database = database(engine, "john");
        MailCourier courier = courier(database)) {
      invite(database, "john");
      database.write(
          tx ->
              store.claim(
                  tx,
                  store.due(tx, clock.instant(), 1).getFirst(),
                  "dead node",
                  clock.instant().plus(Duration.ofMinutes(15))));

      courier.round();
      service(database).retry(ADMIN, id(database)); // it may be on its way
      courier.round();
      assertThat(server.taken()).isEmpty();
      clock.advance(Duration.ofMinutes(15));
      courier.round();

      assertThat(server.taken()).hasSize(1);
      assertThat(
              database.<Boolean>write(
                  tx -> store.sent(tx, id(database), "dead node", clock.instant())))
          .isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aDeadAddressBlocksNobody(Engine engine) {
    server.answer(c -> c.startsWith("RCPT TO:<dead") ? "550 5.1.1 no such user here" : null);
    try (Database database = database(engine, "dead", "a", "b", "c", "d", "e");
        MailCourier courier = courier(database)) {
      for (String person : List.of("dead", "a", "b", "c", "d", "e")) {
        invite(database, person);
      }
      courier.round();

      assertThat(server.taken()).hasSize(5);
      assertThat(mails(database, State.DEAD))
          .singleElement()
          .satisfies(
              mail -> {
                assertThat(mail.problem()).isEqualTo("recipient");
                assertThat(mail.detail()).contains("550 5.1.1 no such user here");
                assertThat(mail.attempts()).isEqualTo(1);
                assertThat(mail.nextAttemptAt()).isNull();
              });
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whatFailsForNowIsTriedLessAndLessOftenForTwoDays(Engine engine) {
    server.answer(c -> c.startsWith("RCPT") ? "450 4.2.0 greylisted" : null);
    Instant begin = clock.instant();
    try (Database database = database(engine, "john");
        MailCourier courier = courier(database)) {
      invite(database, "john");
      courier.round();
      Mail waiting = mails(database).getFirst();
      assertThat(waiting.state()).isEqualTo(State.QUEUED);
      assertThat(waiting.problem()).isEqualTo("recipient");
      assertThat(waiting.nextAttemptAt()).isEqualTo(begin.plus(Duration.ofMinutes(1)));

      while (mails(database).getFirst().nextAttemptAt() instanceof Instant next) {
        clock.advance(Duration.between(clock.instant(), next));
        courier.round();
      }

      assertThat(mails(database).getFirst().state()).isEqualTo(State.DEAD);
      assertThat(mails(database).getFirst().attempts()).isBetween(15, Backoff.ATTEMPTS);
      assertThat(Duration.between(begin, clock.instant()))
          .isBetween(Duration.ofHours(40), Backoff.AGE);
      assertThat(server.taken()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aServerThatIsAwayIsLeftAloneForAWhile(Engine engine) throws Exception {
    try (Database database = database(engine, "a", "b", "c", "d", "e", "f");
        MailCourier courier = courier(database)) {
      server.close();
      for (String person : List.of("a", "b", "c", "d", "e", "f")) {
        invite(database, person);
      }
      courier.round();
      assertThat(mails(database)).allMatch(mail -> mail.state() == State.QUEUED);
      assertThat(mails(database)).filteredOn(mail -> mail.attempts() == 1).hasSize(4);
      assertThat(mails(database))
          .filteredOn(mail -> mail.attempts() == 1)
          .allMatch(mail -> "connection".equals(mail.problem()));

      courier.round();
      assertThat(mails(database)).filteredOn(mail -> mail.attempts() == 0).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aDoubleIsRecognizable(Engine engine) {
    var hangUps = new AtomicInteger();
    server.answer(c -> c.equals("DATA.") && hangUps.getAndIncrement() == 0 ? "" : null);
    try (Database database = database(engine, "john");
        MailCourier courier = courier(database)) {
      invite(database, "john");
      courier.round();
      clock.advance(Duration.ofMinutes(2));
      courier.round();

      assertThat(server.taken()).hasSize(2);
      assertThat(header(server.taken().getFirst(), "Message-ID"))
          .isEqualTo(header(server.taken().getLast(), "Message-ID"))
          .isEqualTo("<" + id(database) + "@acme.example>");
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aMailWhoseLinkIsOverIsNotSent(Engine engine) {
    server.answer(c -> c.startsWith("RCPT") ? "450 later" : null);
    var brief = new Outbox(true, texts, Duration.ofMinutes(30));
    try (Database database = database(engine, "john");
        MailCourier courier = courier(database)) {
      database.<Boolean>write(
          tx -> {
            brief.invite(tx, new UserId("john"), ELIF, "Elif", clock.instant());
            return true;
          });
      courier.round();
      server.answer(c -> null);
      clock.advance(Duration.ofMinutes(30));
      courier.round();

      assertThat(server.taken()).isEmpty();
      assertThat(mails(database).getFirst().state()).isEqualTo(State.DEAD);
      assertThat(mails(database).getFirst().problem()).isEqualTo("expired");
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void anAdministratorSendsAnewOrTakesOut(Engine engine) {
    server.answer(c -> c.startsWith("RCPT") ? "550 no" : null);
    try (Database database = database(engine, "john", "jane");
        MailCourier courier = courier(database)) {
      MailService service = service(database);
      invite(database, "john");
      invite(database, "jane");
      courier.round();
      clock.advance(Duration.ofDays(30));
      List<Mail> dead = mails(database, State.DEAD);
      assertThat(dead).hasSize(2);

      service.delete(ADMIN, dead.getFirst().mailId());
      database.<Integer>write(tx -> tx.update("UPDATE applicants SET email = 'right@example.com'"));
      server.answer(c -> null);
      service.retry(ADMIN, dead.getLast().mailId());
      courier.round();

      assertThat(mails(database))
          .singleElement()
          .satisfies(
              mail -> {
                assertThat(mail.state()).isEqualTo(State.SENT);
                assertThat(mail.to()).isEqualTo("right@example.com");
                assertThat(mail.problem()).isNull();
              });
      assertThat(refused(() -> service.retry(ADMIN, dead.getLast().mailId())))
          .isEqualTo(ErrorCode.STALE);
      assertThat(refused(() -> service.delete(ADMIN, dead.getLast().mailId())))
          .isEqualTo(ErrorCode.STALE);
      assertThat(refused(() -> service.delete(ADMIN, dead.getFirst().mailId())))
          .isEqualTo(ErrorCode.NOT_FOUND);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void severalMissedCallsInAShortTimeAreOneMail(Engine engine) {
    try (Database database = database(engine, "john", "jane")) {
      miss(database, "john");
      clock.advance(Duration.ofMinutes(9));
      miss(database, "john");
      miss(database, "jane");
      assertThat(mails(database)).hasSize(2);
      clock.advance(Duration.ofMinutes(1));
      miss(database, "john");
      assertThat(mails(database)).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theListHasPages(Engine engine) {
    String[] many = IntStream.range(0, 5).mapToObj(i -> "p" + i).toArray(String[]::new);
    try (Database database = database(engine, many)) {
      for (String person : many) {
        invite(database, person);
      }
      MailService service = service(database);
      var first = service.list(null, null, 3);
      var rest = service.list(State.QUEUED, first.next(), 3);

      assertThat(first.mails()).hasSize(3);
      assertThat(rest.mails()).hasSize(2).doesNotContainAnyElementsOf(first.mails());
      assertThat(rest.next()).isNull();
      assertThat(service.list(State.DEAD, null, 3).mails()).isEmpty();
    }
  }

  private Database database(Engine engine, String... applicants) {
    Database database = engine.open(directory);
    for (String applicant : applicants) {
      World.addApplicant(database, applicant, clock);
    }
    return database;
  }

  private void invite(Database database, String applicant) {
    database.<Boolean>write(
        tx -> {
          outbox.invite(tx, new UserId(applicant), ELIF, "Elif", clock.instant());
          return true;
        });
  }

  private void miss(Database database, String applicant) {
    Instant now = clock.instant();
    database.<Boolean>write(
        tx -> {
          outbox.missedCall(tx, new UserId(applicant), ELIF, "Elif", now, now);
          return true;
        });
  }

  private MailCourier courier(Database database) {
    return new MailCourier(
        database,
        new MailCourier.Tools(
            new SmtpPost(settings(server.port())),
            texts,
            new MailLetters(
                (tx, mail, applicant, by, until) ->
                    "https://acme.example/a/code-" + links.incrementAndGet(),
                new NoMeetings(),
                (tx, booking, mail) -> Optional.empty()),
            clock,
            () -> 0.5));
  }

  private MailService service(Database database) {
    return new MailService(
        database,
        outbox,
        new MailService.Tools(null, texts, () -> URI.create("https://acme.example")),
        clock);
  }

  static SmtpSettings settings(int port) {
    return new SmtpSettings(
        "127.0.0.1",
        port,
        SmtpSettings.Security.NONE,
        Optional.empty(),
        Optional.empty(),
        "jobs@acme.example",
        "Acme",
        Duration.ofSeconds(5));
  }

  private List<Mail> mails(Database database) {
    return service(database).list(null, null, 200).mails();
  }

  private List<Mail> mails(Database database, State state) {
    return service(database).list(state, null, 200).mails();
  }

  private String id(Database database) {
    return mails(database).getFirst().mailId();
  }

  private static String header(String mail, String name) {
    return mail.lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElseThrow();
  }

  private static ErrorCode refused(Runnable act) {
    return catchThrowableOfType(Refusal.class, act::run).code();
  }
}
