package dev.optima.backend.retention;

import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// Whose turn it is to delete: one node's at a time. It is taken anew in every transaction, which
/// it guards until that is over; of a node that died it is free after a while. One from a future
/// that no lease reaches comes from a clock that was wrong, and counts as free.
final class Lease {
  static final Duration LIFE = Duration.ofMinutes(5);

  private static final String NAME = "retention.lease";
  private static final String TAKE =
      "INSERT INTO settings (name, value, updated_at) VALUES (?, ?, ?) ON CONFLICT (name)"
          + " DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at"
          + " WHERE settings.value = excluded.value OR settings.updated_at < ?"
          + " OR settings.updated_at > ?";

  private final String node = Ids.next();

  /// Whether it is this one's turn until the end of the transaction.
  boolean take(Tx tx, Instant now) throws SQLException {
    return tx.update(TAKE, NAME, node, now, now.minus(LIFE), now.plus(LIFE)) == 1;
  }

  void release(Tx tx) throws SQLException {
    tx.update("DELETE FROM settings WHERE name = ? AND value = ?", NAME, node);
  }
}
