package dev.optima.backend.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.audit.Trail;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.ManualClock;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.AccountChange;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.AuditEntries.Entry;
import dev.optima.protocol.rest.NewAccount;
import dev.optima.protocol.rest.SignIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who signs in, who cannot, and what is done to accounts.
class AccountAuditTest {
  private static final String PASSWORD = "CANARY-right";
  private static final String OTHER = "CANARY-other";
  private static final String HERE = "192.0.2.1";

  @TempDir private Path directory;

  private static final class Desk implements AutoCloseable {
    final Database database;
    final ManualClock clock = new ManualClock();
    final Passwords passwords = new Passwords(new Secrets());
    final SessionService sessions;
    final AccountService accounts;
    final SignInService signIn;
    final Trail trail;
    final Account ada;

    Desk(Database database) {
      this.database = database;
      sessions =
          new SessionService(database, new Secrets(), clock, Duration.ofDays(30), session -> {});
      accounts = new AccountService(database, passwords, sessions, clock);
      signIn = new SignInService(database, passwords, sessions, clock, wait -> {});
      trail = new Trail(database);
      ada = accounts.add(new NewAccount("ada@x.org", "Ada", Role.ADMIN, PASSWORD, null));
    }

    Identity admin() {
      return Identity.ofSession(ada.userId(), Role.ADMIN, "Ada", "s").from(HERE);
    }

    void fail(String email, String address) {
      assertThatThrownBy(() -> signIn.signIn(new SignIn(email, OTHER), address))
          .isInstanceOf(Refusal.class);
    }

    @Override
    public void close() {
      passwords.close();
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void signingInAndOutAndWhatIsDoneToAccounts(Engine engine) {
    try (Desk desk = new Desk(engine.open(directory))) {
      Entry first = single(desk);
      assertThat(first.act()).isEqualTo(AuditAct.ACCOUNT_ADDED);
      assertThat(first.actorId()).isNull();
      assertThat(first.actor()).isEqualTo("command_line");
      assertThat(first.detail()).isEqualTo("admin");

      String token = desk.signIn.signIn(new SignIn("ada@x.org", PASSWORD), HERE).token();
      Entry in = single(desk);
      assertThat(in.act()).isEqualTo(AuditAct.SIGNED_IN);
      assertThat(in.actorId()).isEqualTo(desk.ada.userId());
      assertThat(in.address()).isEqualTo(HERE);
      Identity who = desk.sessions.authenticate(token).orElseThrow();
      desk.sessions.end(who.from(HERE));
      desk.sessions.end(who);
      assertThat(desk.trail.acts()).as("once").containsExactly(AuditAct.SIGNED_OUT);

      var wanted = new NewAccount("bob@x.org", "Bob", Role.RECRUITER, PASSWORD, null);
      Account bob = desk.accounts.add(desk.admin(), wanted);
      assertThat(desk.trail.acts()).containsExactly(AuditAct.ACCOUNT_ADDED);
      assertThatThrownBy(() -> desk.accounts.add(desk.admin(), wanted)).isInstanceOf(Refusal.class);
      assertThat(desk.trail.acts()).as("taken").isEmpty();

      UserId id = bob.userId();
      desk.accounts.change(desk.admin(), id, change("Robert", Role.ADMIN, OTHER, "tr", true));
      assertThat(desk.trail.since())
          .extracting(Entry::act, Entry::subject, Entry::detail)
          .containsExactly(
              tuple(AuditAct.ROLE_CHANGED, "Robert", "recruiter > admin"),
              tuple(AuditAct.ACCOUNT_DISABLED, "Robert", null),
              tuple(AuditAct.PASSWORD_CHANGED, "Robert", null),
              tuple(AuditAct.ACCOUNT_CHANGED, "Robert", "name, language"));
      desk.accounts.change(desk.admin(), id, change("Robert", Role.ADMIN, null, "tr", true));
      assertThat(desk.trail.acts()).as("nothing is different").isEmpty();
      desk.accounts.change(desk.admin(), id, change(null, null, null, null, false));
      assertThat(desk.trail.acts()).containsExactly(AuditAct.ACCOUNT_ENABLED);
      desk.accounts.change(desk.admin(), id, change(null, null, null, null, true));
      desk.trail.since();
      assertThatThrownBy(
              () ->
                  desk.accounts.change(
                      desk.admin(),
                      desk.ada.userId(),
                      change(null, Role.RECRUITER, null, null, null)))
          .isInstanceOf(Refusal.class);
      assertThat(desk.trail.acts()).as("the last administrator").isEmpty();
      assertThat(desk.trail.all().toString()).doesNotContain("CANARY").doesNotContain("ost_");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverGuessesDoesNotFillTheLog(Engine engine) {
    try (Desk desk = new Desk(engine.open(directory))) {
      desk.trail.since();
      for (int i = 0; i < 35; i++) {
        desk.fail("ada@x.org", HERE);
      }
      List<Entry> failed = desk.trail.since();
      assertThat(failed).allMatch(one -> one.act() == AuditAct.SIGN_IN_FAILED);
      assertThat(failed).extracting(Entry::detail).containsExactly(null, "3", "10", "30");
      assertThat(failed.getFirst().subjectId()).isEqualTo(desk.ada.userId().value());
      assertThat(failed.getFirst().subject()).isEqualTo("Ada");
      assertThat(failed.getFirst().actor()).isEqualTo("unknown");
      assertThat(failed.getFirst().address()).isEqualTo(HERE);

      desk.signIn.signIn(new SignIn("ada@x.org", PASSWORD), HERE);
      desk.fail("ada@x.org", HERE);
      assertThat(desk.trail.since()).extracting(Entry::detail).containsExactly(null, null);

      desk.fail("CANARY-typed-in-the-wrong-field", "192.0.2.9");
      desk.fail("canary-2@x.org", "192.0.2.9");
      assertThat(desk.trail.since())
          .as("nobody's, counted by where it comes from")
          .singleElement()
          .satisfies(one -> assertThat(one.subject()).isNull());
    }
  }

  @ParameterizedTest
  @EnumSource
  void notEvenFromThousandsOfAddresses(Engine engine) {
    try (Desk desk = new Desk(engine.open(directory))) {
      desk.trail.since();
      var audit = new FailedSignIns(new AuditLog(desk.clock));
      for (int i = 0; i < 3_000; i++) {
        String address = "2001:db8::" + Integer.toHexString(i);
        int nth = i + 1;
        desk.database.<Boolean>write(
            tx -> {
              audit.note(tx, "ada@x.org", address, nth, desk.clock.instant());
              return true;
            });
      }
      List<Entry> failed = desk.trail.since();
      assertThat(failed.size()).isBetween(FailedSignIns.SINGLY, FailedSignIns.SINGLY + 5);
      assertThat(failed.getLast().detail()).isEqualTo("3000");
      assertThat(failed.toString().toLowerCase(Locale.ROOT)).doesNotContain("canary");
    }
  }

  private static AccountChange change(
      @Nullable String name,
      @Nullable Role role,
      @Nullable String password,
      @Nullable String language,
      @Nullable Boolean disabled) {
    return new AccountChange(name, role, disabled, password, language);
  }

  private static Entry single(Desk desk) {
    List<Entry> fresh = desk.trail.since();
    assertThat(fresh).hasSize(1);
    return fresh.getFirst();
  }
}
