package dev.optima.backend.account;

import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.SignIn;
import dev.optima.protocol.rest.SignedIn;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Signs people of the team in. The answer and its time are the same whether the account exists.
public final class SignInService {

  /// Waits, without holding a thread of the system.
  @FunctionalInterface
  public interface Pause {
    void take(Duration time) throws InterruptedException;
  }

  private final Database database;
  private final Passwords passwords;
  private final SessionService sessions;
  private final SignInDelays delays;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Pause pause;
  private final AccountStore accounts = new AccountStore();

  public SignInService(
      Database database,
      Passwords passwords,
      SessionService sessions,
      InstantSource clock,
      Pause pause) {
    this.database = database;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = new AuditLog(clock);
    this.delays = new SignInDelays(database, new FailedSignIns(audit));
    this.clock = clock;
    this.pause = pause;
  }

  /// Opens a session. On a virtual thread: after wrong passwords it waits.
  ///
  /// @param address from where
  public SignedIn signIn(SignIn wanted, String address) {
    if (wanted.password().length() > Inputs.MAX_PASSWORD) {
      throw wrong();
    }
    String emailKey = Inputs.emailKey(wanted.email());
    Duration delay = delays.begin(emailKey, address, clock.instant());
    Optional<SignedIn> session;
    try {
      take(delay);
      session = attempt(emailKey, wanted.password(), address);
    } catch (RuntimeException e) {
      delays.abandon(emailKey, address);
      throw e;
    }
    delays.done(emailKey, address, session.isPresent(), clock.instant());
    return session.orElseThrow(SignInService::wrong);
  }

  private Optional<SignedIn> attempt(String emailKey, String password, String address) {
    Optional<AccountStore.Stored> stored = database.read(tx -> accounts.byEmail(tx, emailKey));
    boolean fits =
        passwords.verify(password, stored.map(AccountStore.Stored::passwordHash).orElse(null));
    if (!fits) {
      return Optional.empty();
    }
    return database.write(
        tx -> {
          // Read again: it may have been disabled while the password was being checked.
          Optional<AccountStore.Stored> now = accounts.byEmail(tx, emailKey);
          if (now.isEmpty() || now.get().account().disabled()) {
            return Optional.empty();
          }
          var account = now.get().account();
          String token = sessions.open(tx, account.userId(), account.role());
          var who = new Identity(account.userId(), account.role(), account.name(), null, null);
          audit.note(tx, who.from(address), AuditAct.SIGNED_IN, null, null, null);
          return Optional.of(new SignedIn(token, account));
        });
  }

  private void take(Duration delay) {
    if (delay.isZero()) {
      return;
    }
    try {
      pause.take(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable("the server is stopping");
    }
  }

  private static Refusal wrong() {
    return Refusal.of(ErrorCode.BAD_CREDENTIALS, "the e-mail address or the password is wrong");
  }
}
