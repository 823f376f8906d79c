package dev.optima.backend.applicant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.mail.MailTexts;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.ManualClock;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.Invitation;
import dev.optima.protocol.rest.Stage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Links: how long, how often, for whom.
class InvitationTest {
  private static final Identity RECRUITER =
      Identity.ofSession(new UserId("rec"), Role.RECRUITER, "Elif", "s");
  private static final UserId APPLICANT = new UserId("john");

  @TempDir private Path directory;
  private final ManualClock now = new ManualClock();

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aLinkIsGoodForSomeDays(Engine engine) {
    try (Database database = withApplicant(engine)) {
      InvitationService service = service(database);
      var invitation = service.invite(RECRUITER, APPLICANT, false, null);
      String code = invitation.url().substring("https://optima.example.com/a/".length());

      assertThat(code).hasSize(22);
      now.advance(Duration.ofDays(7).minusMillis(1));
      assertThat(service.look(code).organisation()).isEqualTo("Acme");
      now.advance(Duration.ofMillis(1));
      assertThat(refused(() -> service.look(code))).isEqualTo(ErrorCode.INVITATION_EXPIRED);
      assertThat(refused(() -> service.redeem(code))).isEqualTo(ErrorCode.INVITATION_EXPIRED);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void ofManyAtOnceOneGetsIn(Engine engine) throws Exception {
    try (Database database = withApplicant(engine);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      InvitationService service = service(database);
      String url = service.invite(RECRUITER, APPLICANT, false, null).url();
      String code = url.substring(url.lastIndexOf('/') + 1);
      Callable<Boolean> attempt =
          () -> {
            try {
              service.redeem(code);
              return true;
            } catch (Refusal refusal) {
              assertThat(refusal.code()).isEqualTo(ErrorCode.INVITATION_USED);
              return false;
            }
          };

      List<Future<Boolean>> results =
          threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> attempt).toList());

      assertThat(results.stream().filter(Future::resultNow)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theCodeIsNotInTheDatabase(Engine engine) {
    try (Database database = withApplicant(engine)) {
      String url = service(database).invite(RECRUITER, APPLICANT, false, null).url();
      String code = url.substring(url.lastIndexOf('/') + 1);

      List<String> stored =
          database.read(tx -> tx.list("SELECT code_hash FROM invitations", row -> row.text(1)));

      assertThat(stored).containsExactly(Secrets.hash(code)).doesNotContain(code);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void onlyTheTeamInvitesAndOnlyWhomItKnows(Engine engine) {
    try (Database database = withApplicant(engine)) {
      InvitationService service = service(database);
      Identity self = Identity.ofSession(APPLICANT, Role.APPLICANT, "John", "s");

      assertThat(refused(() -> service.invite(self, APPLICANT, false, null)))
          .isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(refused(() -> service.invite(RECRUITER, new UserId("nobody"), false, null)))
          .isEqualTo(ErrorCode.NOT_FOUND);
    }
  }

  private Database withApplicant(Engine engine) {
    Database database = engine.open(directory);
    ApplicantStore.Stored john =
        new ApplicantStore.Stored(
            APPLICANT,
            "John Doe",
            "john@example.org",
            null,
            null,
            "en",
            "Europe/Berlin",
            now.instant(),
            now.instant(),
            null,
            Stage.NEW,
            null,
            null,
            1);
    database.write(
        tx -> {
          new ApplicantStore().add(tx, john, RECRUITER.userId());
          return true;
        });
    return database;
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whoAsksAgainWithTheSameKeyIsAnsweredTheSameAndOneMailIsSent(Engine engine) throws Exception {
    try (Database database = withApplicant(engine);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      InvitationService service = service(database, true);
      Callable<Invitation> ask = () -> service.invite(RECRUITER, APPLICANT, true, "key-1");
      List<Future<Invitation>> answers =
          threads.invokeAll(IntStream.range(0, 10).mapToObj(i -> ask).toList());
      Invitation first = answers.getFirst().get();
      for (Future<Invitation> answer : answers) {
        assertThat(answer.get()).isEqualTo(first);
      }
      now.advance(Duration.ofDays(1));
      assertThat(ask.call()).isEqualTo(first);
      assertThat(service(database, true).invite(RECRUITER, APPLICANT, true, "key-1"))
          .as("after a restart")
          .isEqualTo(first);
      assertThat(count(database, "mails")).isEqualTo(1);
      assertThat(count(database, "invitations")).isEqualTo(1);

      assertThat(service.invite(RECRUITER, APPLICANT, true, "key-2").url())
          .isNotEqualTo(first.url());
      Identity other = Identity.ofSession(new UserId("other"), Role.RECRUITER, "Ada", "s");
      assertThat(service.invite(other, APPLICANT, true, "key-1").url()).isNotEqualTo(first.url());
      assertThat(count(database, "mails")).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aMailHasOneLinkHoweverOftenItIsTriedAndIsNoInvitation(Engine engine) {
    try (Database database = withApplicant(engine)) {
      InvitationService service = service(database);
      String first = mailLink(database, service, now.instant().plus(Duration.ofDays(1)));
      now.advance(Duration.ofHours(2));
      Instant until = now.instant().plus(Duration.ofDays(7));
      assertThat(mailLink(database, service, until)).isEqualTo(first);
      assertThat(count(database, "invitations")).isEqualTo(1);
      String code = first.substring(first.lastIndexOf('/') + 1);
      assertThat(service.look(code).expiresAt()).isEqualTo(until);
      assertThat(invitedAt(database)).isNull();

      Instant invited = now.instant();
      service.invite(RECRUITER, APPLICANT, false, null);
      now.advance(Duration.ofHours(2));
      mailLink(database, service, until);
      assertThat(invitedAt(database)).isEqualTo(invited);
    }
  }

  private static String mailLink(Database database, InvitationService service, Instant until) {
    return database.<String>write(
        tx -> service.link(tx, "mail-1", APPLICANT, RECRUITER.userId(), until));
  }

  private static @Nullable Instant invitedAt(Database database) {
    return database
        .read(tx -> new ApplicantStore().find(tx, APPLICANT))
        .map(ApplicantStore.Stored::invitedAt)
        .orElse(null);
  }

  private static int count(Database database, String table) {
    return database.<Integer>read(
        tx -> tx.first("SELECT COUNT(*) FROM " + table, row -> row.integer(1)).orElseThrow());
  }

  private InvitationService service(Database database) {
    return service(database, false);
  }

  private InvitationService service(Database database, boolean mail) {
    Secrets secrets = new Secrets();
    return new InvitationService(
        database,
        new SessionService(database, secrets, now, Duration.ofDays(1), id -> {}),
        secrets,
        now,
        new InvitationService.Terms(
            () -> URI.create("https://optima.example.com"), "Acme", Duration.ofDays(7)),
        new Outbox(mail, new MailTexts("Acme"), Duration.ofDays(7)));
  }

  private static ErrorCode refused(ThrowingCallable act) {
    return catchThrowableOfType(Refusal.class, act).code();
  }
}
