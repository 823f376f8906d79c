package dev.optima.backend.calendar;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.CalendarFeed;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The links with which people subscribe to their interviews: one each, kept as a hash.
final class FeedStore {

  /// Whose feed it is.
  ///
  /// @param timeZone IANA; null if they never said
  record Owner(UserId userId, String name, @Nullable String timeZone) {}

  Optional<CalendarFeed> find(Tx tx, UserId user) throws SQLException {
    return tx.first(
        "SELECT created_at, last_read_at FROM calendar_feeds WHERE user_id = ?",
        row -> new CalendarFeed(null, row.instant(1), row.instantOrNull(2)),
        user);
  }

  /// A former one is over.
  void put(Tx tx, UserId user, String hash, Instant now) throws SQLException {
    tx.update(
        """
        INSERT INTO calendar_feeds (user_id, secret_hash, created_at) VALUES (?, ?, ?)
        ON CONFLICT (user_id) DO UPDATE SET secret_hash = excluded.secret_hash,
          created_at = excluded.created_at, last_read_at = NULL""",
        user,
        hash,
        now);
  }

  boolean delete(Tx tx, UserId user) throws SQLException {
    return tx.update("DELETE FROM calendar_feeds WHERE user_id = ?", user) > 0;
  }

  /// Of somebody who may still sign in.
  Optional<Owner> owner(Tx tx, String hash) throws SQLException {
    return tx.first(
        """
        SELECT a.id, a.name, a.time_zone FROM calendar_feeds f JOIN accounts a ON a.id = f.user_id
        WHERE f.secret_hash = ? AND a.disabled_at IS NULL""",
        FeedStore::owner,
        hash);
  }

  private static Owner owner(Row row) throws SQLException {
    return new Owner(new UserId(row.text(1)), row.text(2), row.textOrNull(3));
  }

  /// Notes that it was read; not more often than needed, for programs come every few minutes.
  void read(Tx tx, UserId user, Instant now, Instant unlessSince) throws SQLException {
    tx.update(
        "UPDATE calendar_feeds SET last_read_at = ? WHERE user_id = ?"
            + " AND (last_read_at IS NULL OR last_read_at < ?)",
        now,
        user,
        unlessSince);
  }
}
