package dev.optima.backend.account;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.TeamMembers;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The accounts of the team.
public final class AccountStore {
  private static final String COLUMNS =
      "id, name, email, role, language, disabled_at, password_hash, time_zone";

  /// They have not read it: what a colleague received is told to applicants.
  private static final String FROM_NOW_ON =
      "INSERT INTO read_marks (room_id, user_id, delivered_seq, read_seq, from_seq)"
          + " SELECT id, ?, 0, 0, last_seq FROM rooms WHERE last_seq > 0";

  /// An account with what only the service may see.
  public record Stored(Account account, String passwordHash, @Nullable String timeZone) {
    /// Never prints the hash.
    @Override
    public String toString() {
      return "Stored[" + account + "]";
    }
  }

  /// Adds an account, unless the e-mail address is taken. Nothing that was said before they came is
  /// unread for them.
  ///
  /// @return whether it was added
  public boolean add(Tx tx, Account account, String email, String passwordHash, Instant now)
      throws SQLException {
    boolean added =
        tx.update(
                """
            INSERT INTO accounts
              (id, email_key, email, name, role, language, password_hash, disabled_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?) ON CONFLICT (email_key) DO NOTHING""",
                account.userId(),
                Inputs.emailKey(email),
                email,
                account.name(),
                account.role(),
                account.language(),
                passwordHash,
                now)
            == 1;
    if (added) {
      tx.update(FROM_NOW_ON, account.userId());
    }
    return added;
  }

  Optional<Stored> byEmail(Tx tx, String emailKey) throws SQLException {
    return tx.first(
        "SELECT " + COLUMNS + " FROM accounts WHERE email_key = ?", AccountStore::read, emailKey);
  }

  public Optional<Stored> byId(Tx tx, UserId id) throws SQLException {
    return tx.first("SELECT " + COLUMNS + " FROM accounts WHERE id = ?", AccountStore::read, id);
  }

  List<Account> all(Tx tx) throws SQLException {
    return tx.list(
        "SELECT " + COLUMNS + " FROM accounts ORDER BY name, id", row -> read(row).account());
  }

  List<TeamMembers.Member> members(Tx tx) throws SQLException {
    return tx.list(
        "SELECT id, name FROM accounts WHERE disabled_at IS NULL ORDER BY name, id",
        row -> new TeamMembers.Member(new UserId(row.text(1)), row.text(2)));
  }

  public boolean isEmpty(Tx tx) throws SQLException {
    return tx.first("SELECT id FROM accounts LIMIT 1", row -> row.text(1)).isEmpty();
  }

  /// How many administrators may sign in, apart from one.
  int otherAdministrators(Tx tx, UserId apartFrom) throws SQLException {
    return tx.first(
            "SELECT COUNT(*) FROM accounts WHERE role = ? AND disabled_at IS NULL AND id <> ?",
            row -> row.integer(1),
            Role.ADMIN,
            apartFrom)
        .orElse(0);
  }

  void update(Tx tx, Account account, String passwordHash, Instant now) throws SQLException {
    tx.update(
        """
        UPDATE accounts SET name = ?, role = ?, language = ?, password_hash = ?,
          disabled_at = CASE WHEN ? = 0 THEN NULL ELSE COALESCE(disabled_at, ?) END
        WHERE id = ?""",
        account.name(),
        account.role(),
        account.language(),
        passwordHash,
        account.disabled() ? 1 : 0,
        now,
        account.userId());
  }

  public int prefer(Tx tx, UserId id, String language, @Nullable String timeZone)
      throws SQLException {
    return tx.update(
        "UPDATE accounts SET language = ?, time_zone = ? WHERE id = ?", language, timeZone, id);
  }

  private static Stored read(Row row) throws SQLException {
    return new Stored(
        new Account(
            new UserId(row.text(1)),
            row.text(2),
            row.text(3),
            Role.valueOf(row.text(4)),
            row.text(5),
            row.instantOrNull(6) != null),
        row.text(7),
        row.textOrNull(8));
  }
}
