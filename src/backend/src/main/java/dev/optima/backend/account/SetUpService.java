package dev.optima.backend.account;

import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.NewAccount;
import java.time.InstantSource;
import java.util.Optional;

/// The way to the first administrator: a link for one use, printed when there is no account. Only
/// its hash is stored; a new start makes a new one, and any account ends it.
public final class SetUpService {
  private static final String SETTING = "setup.code-hash";

  private final Database database;
  private final AccountService accounts;
  private final Secrets secrets;
  private final InstantSource clock;

  public SetUpService(
      Database database, AccountService accounts, Secrets secrets, InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// A new code, if there is no account yet.
  public Optional<String> newCode() {
    if (!accounts.isEmpty()) {
      return Optional.empty();
    }
    String code = secrets.code();
    database.write(
        tx ->
            tx.update(
                """
                INSERT INTO settings (name, value, updated_at) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE
                SET value = excluded.value, updated_at = excluded.updated_at""",
                SETTING,
                Secrets.hash(code),
                clock.instant()));
    return Optional.of(code);
  }

  /// Whether the code is good: looking does not use it up.
  public boolean isGood(String code) {
    return accounts.isEmpty()
        && database.read(
            tx ->
                tx.first(
                        "SELECT name FROM settings WHERE name = ? AND value = ?",
                        row -> row.text(1),
                        SETTING,
                        Secrets.hash(code))
                    .isPresent());
  }

  /// Uses the code up and adds the first administrator.
  ///
  /// @param address from where
  public Account use(String code, NewAccount first, String address) {
    return accounts.addFirst(
        first,
        address,
        tx -> {
          int used =
              tx.update(
                  "DELETE FROM settings WHERE name = ? AND value = ?", SETTING, Secrets.hash(code));
          if (used == 0) {
            throw Refusal.notFound("this link is unknown or was used");
          }
        });
  }
}
