package dev.optima.backend.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.AccountChange;
import dev.optima.protocol.rest.NewAccount;
import dev.optima.protocol.rest.SignIn;
import dev.optima.protocol.rest.SignedIn;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Signing in: who gets in, who waits, and for how long.
class SignInTest {
  private static final String PASSWORD = "correct horse";
  private static final SignIn RIGHT = new SignIn("ada@x.org", PASSWORD);
  private static final SignIn WRONG = new SignIn("ada@x.org", "something else");

  @TempDir private Path directory;

  /// Everything that signing in needs, with time in the hand and waits written down.
  private static final class Desk implements AutoCloseable {
    private final AtomicReference<Instant> now =
        new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final Database database;
    private final Passwords passwords = new Passwords(new Secrets());
    private final SessionService sessions;
    private final AccountService accounts;
    private final SignInService signIn;

    Desk(Database database) {
      this.database = database;
      sessions =
          new SessionService(database, new Secrets(), now::get, Duration.ofDays(30), ended::add);
      accounts = new AccountService(database, passwords, sessions, now::get);
      signIn = new SignInService(database, passwords, sessions, now::get, waits::add);
      accounts.add(new NewAccount("Ada@X.org", "Ada", Role.RECRUITER, PASSWORD, null));
    }

    Duration fail(SignIn attempt, String address) {
      int before = waits.size();
      Refusal refusal = catchThrowableOfType(Refusal.class, () -> signIn.signIn(attempt, address));
      assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_CREDENTIALS);
      return waits.size() > before ? waits.getLast() : Duration.ZERO;
    }

    void pass(Duration time) {
      now.updateAndGet(t -> t.plus(time));
    }

    @Override
    public void close() {
      passwords.close();
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theTokenIsGoodUntilTheSessionEnds(Engine engine) {
    try (Desk desk = new Desk(engine.open(directory))) {
      SignedIn in = desk.signIn.signIn(RIGHT, "10.0.0.1");
      Identity who = desk.sessions.authenticate(in.token()).orElseThrow();
      assertThat(who.name()).isEqualTo("Ada");
      assertThat(who.role()).isEqualTo(Role.RECRUITER);
      assertThat(in.user().language()).isEqualTo("en");

      assertThat(desk.sessions.authenticate(in.token() + "x")).isEmpty();
      assertThat(desk.sessions.authenticate("ost_")).isEmpty();
      desk.sessions.end(who);
      assertThat(desk.sessions.authenticate(in.token())).isEmpty();
      assertThat(desk.ended).containsExactly(who.sessionId());
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aSessionEndsByItself(Engine engine) {
    try (Desk desk = new Desk(engine.open(directory))) {
      String token = desk.signIn.signIn(RIGHT, "10.0.0.1").token();
      desk.pass(Duration.ofDays(30).minusSeconds(1));
      assertThat(desk.sessions.authenticate(token)).isPresent();
      desk.pass(Duration.ofSeconds(1));
      assertThat(desk.sessions.authenticate(token)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theWaitGrowsHasABoundAndEndsWithTheRightPassword(Engine engine) {
    try (Desk desk = new Desk(engine.open(directory))) {
      List<Duration> waits = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        waits.add(desk.fail(WRONG, "10.0.0." + i));
      }
      assertThat(waits.subList(0, 3)).containsOnly(Duration.ZERO);
      assertThat(waits.subList(3, 10)).isSorted();
      assertThat(waits.get(3)).isPositive();
      assertThat(waits.get(9)).isEqualTo(SignInDelays.LONGEST);

      assertThat(desk.signIn.signIn(RIGHT, "10.9.9.9").token()).isNotEmpty();
      assertThat(desk.fail(WRONG, "10.9.9.9")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void oneAddressTryingManyAccountsWaitsToo(Engine engine) {
    try (Desk desk = new Desk(engine.open(directory))) {
      for (int i = 0; i < 12; i++) {
        desk.fail(new SignIn("nobody" + i + "@x.org", "x"), "10.0.0.1");
      }
      assertThat(desk.fail(new SignIn("new@x.org", "x"), "10.0.0.1")).isPositive();
      assertThat(desk.fail(new SignIn("newer@x.org", "x"), "10.0.0.2")).isZero();

      desk.pass(Duration.ofMinutes(31));
      assertThat(desk.fail(new SignIn("newest@x.org", "x"), "10.0.0.1")).isZero();
    }
  }

  @Test
  void nobodyLearnsWhetherThereIsAnAccount() {
    try (Desk desk = new Desk(Engine.SQLITE.open(directory))) {
      Refusal known =
          catchThrowableOfType(Refusal.class, () -> desk.signIn.signIn(WRONG, "10.0.0.1"));
      Refusal unknown =
          catchThrowableOfType(
              Refusal.class,
              () -> desk.signIn.signIn(new SignIn("no@x.org", "something else"), "10.0.0.1"));
      assertThat(unknown.code()).isEqualTo(known.code());
      assertThat(unknown.detail()).isEqualTo(known.detail());

      assertThat(work(desk, "ada@x.org")).isEqualTo(1);
      assertThat(work(desk, "no@x.org")).as("as much work for nobody").isEqualTo(1);
    }
  }

  /// How often the costly part of a sign-in is done: its time, whatever the machine.
  private static long work(Desk desk, String email) {
    long before = desk.passwords.derivations();
    desk.fail(new SignIn(email, "something else"), "10.1.0.1");
    return desk.passwords.derivations() - before;
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aDisabledAccountIsOut(Engine engine) {
    try (Desk desk = new Desk(engine.open(directory))) {
      SignedIn in = desk.signIn.signIn(RIGHT, "10.0.0.1");
      Identity admin = Identity.ofSession(new UserId("boss"), Role.ADMIN, "Boss", "session");
      desk.accounts.change(
          admin, in.user().userId(), new AccountChange(null, null, true, null, null));

      assertThat(desk.sessions.authenticate(in.token())).isEmpty();
      assertThat(desk.fail(RIGHT, "10.0.0.1")).isZero();

      desk.accounts.change(
          admin, in.user().userId(), new AccountChange(null, null, false, null, null));
      assertThat(desk.sessions.authenticate(in.token())).as("stays over").isEmpty();
      assertThat(desk.signIn.signIn(RIGHT, "10.0.0.1").token()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void anAddressStandsForOneAccount(Engine engine) {
    try (Desk desk = new Desk(engine.open(directory))) {
      Refusal refusal =
          catchThrowableOfType(
              Refusal.class,
              () ->
                  desk.accounts.add(
                      new NewAccount("ADA@x.ORG", "Eve", Role.ADMIN, PASSWORD, null)));
      assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(desk.accounts.list()).hasSize(1);
    }
  }

  @Test
  void passwordsAreArgon2idWithASaltOfTheirOwn() {
    try (Passwords passwords = new Passwords(new Secrets())) {
      String hash = passwords.hash("größer");
      assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
      assertThat(passwords.hash("größer")).isNotEqualTo(hash);
      assertThat(passwords.verify("größer", hash)).isTrue();
      assertThat(passwords.verify("grösser", hash)).isFalse();
      assertThat(passwords.verify("größer", null)).isFalse();
    }
  }
}
