package dev.optima.backend.account;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Sessions of accounts and applicants; tokens are stored as hashes only.
final class SessionStore {

  /// A session that is good now, and when it was last noted as used.
  record Live(Identity identity, Instant lastSeenAt) {}

  void add(Tx tx, String id, String tokenHash, UserId user, Role role, Instant now, Instant until)
      throws SQLException {
    tx.update(
        """
        INSERT INTO sessions
          (id, token_hash, user_id, role, created_at, expires_at, last_seen_at, revoked_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, NULL)""",
        id,
        tokenHash,
        user,
        role,
        now,
        until,
        now);
  }

  /// The session of a token, if it is neither over nor revoked, its role is still that of the
  /// account, and the account may sign in.
  Optional<Live> find(Tx tx, String tokenHash, Instant now) throws SQLException {
    return tx.first(
        """
        SELECT s.id, s.user_id, s.role, COALESCE(a.name, p.name), s.last_seen_at
        FROM sessions s
        LEFT JOIN accounts a ON a.id = s.user_id AND a.role = s.role AND a.disabled_at IS NULL
        LEFT JOIN applicants p ON p.id = s.user_id AND s.role = 'APPLICANT'
        WHERE s.token_hash = ? AND s.revoked_at IS NULL AND s.expires_at > ?
          AND (a.id IS NOT NULL OR p.id IS NOT NULL)""",
        SessionStore::read,
        tokenHash,
        now);
  }

  int seen(Tx tx, String id, Instant now) throws SQLException {
    return tx.update("UPDATE sessions SET last_seen_at = ? WHERE id = ?", now, id);
  }

  /// Nothing is pushed any more to where the session was.
  boolean revoke(Tx tx, String id, Instant now) throws SQLException {
    tx.update("DELETE FROM push_subscriptions WHERE session_id = ?", id);
    return tx.update(
            "UPDATE sessions SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", now, id)
        == 1;
  }

  List<String> revokeAll(Tx tx, UserId user, Instant now) throws SQLException {
    tx.update("DELETE FROM push_subscriptions WHERE user_id = ?", user);
    return tx.list(
        "UPDATE sessions SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL RETURNING id",
        row -> row.text(1),
        now,
        user);
  }

  int deleteOver(Tx tx, Instant before) throws SQLException {
    return tx.update("DELETE FROM sessions WHERE expires_at < ?", before);
  }

  private static Live read(Row row) throws SQLException {
    return new Live(
        Identity.ofSession(
            new UserId(row.text(2)), Role.valueOf(row.text(3)), row.text(4), row.text(1)),
        row.instant(5));
  }
}
