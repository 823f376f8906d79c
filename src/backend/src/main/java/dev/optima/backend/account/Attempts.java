package dev.optima.backend.account;

import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.time.Instant;

/// Counts what failed, by a name that is stored as a hash. Forgotten when it has been quiet.
final class Attempts {
  private Attempts() {}

  /// One more; says how many it is now.
  static int count(Tx tx, String subject, Instant now) throws SQLException {
    return tx.first(
            """
            INSERT INTO sign_in_attempts (subject, failures, last_at) VALUES (?, 1, ?)
            ON CONFLICT (subject) DO UPDATE
            SET failures = sign_in_attempts.failures + 1, last_at = excluded.last_at
            RETURNING failures""",
            row -> row.integer(1),
            Secrets.hash(subject),
            now)
        .orElseThrow();
  }

  /// How many there were since then, as long as it was never quiet for so long.
  static int since(Tx tx, String subject, Instant then) throws SQLException {
    return tx.first(
            "SELECT failures FROM sign_in_attempts WHERE subject = ? AND last_at >= ?",
            row -> row.integer(1),
            Secrets.hash(subject),
            then)
        .orElse(0);
  }

  static void forget(Tx tx, String subject) throws SQLException {
    tx.update("DELETE FROM sign_in_attempts WHERE subject = ?", Secrets.hash(subject));
  }

  static int tidy(Tx tx, Instant before) throws SQLException {
    return tx.update("DELETE FROM sign_in_attempts WHERE last_at < ?", before);
  }
}
