package dev.optima.backend.meeting;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// How long knocks at waiting rooms are believed. No state of a meeting: its version stays as it
/// is.
final class KnockStore {
  private static final String RENEW =
      "UPDATE meetings SET waiting_until = ? WHERE id = ? AND waiting_since IS NOT NULL"
          + " AND admitted_at IS NULL";
  private static final String SPARE =
      "UPDATE meetings SET waiting_until = ? WHERE waiting_until <= ?";
  private static final String CLAIM =
      "UPDATE meetings SET waiting_until = NULL WHERE id = ? AND waiting_until <= ?";
  private static final String DUE =
      "SELECT id, room_id FROM meetings WHERE waiting_until <= ? ORDER BY waiting_until LIMIT ?";

  /// Whoever waits is still there.
  void renew(Tx tx, MeetingId meeting, Instant now) throws SQLException {
    tx.update(RENEW, now.plus(Lobby.LEASE), meeting);
  }

  /// Gives knocks that nobody could renew time to show themselves.
  void spare(Tx tx, Instant now) throws SQLException {
    tx.update(SPARE, now.plus(Lobby.LEASE), now);
  }

  /// Whether the knock was not renewed, and it was this transaction that took it.
  boolean claim(Tx tx, MeetingId meeting, Instant now) throws SQLException {
    return tx.update(CLAIM, meeting, now) > 0;
  }

  /// Those that nobody renewed.
  List<MeetingStore.Due> due(Tx tx, Instant now, int limit) throws SQLException {
    return tx.list(
        DUE,
        row -> new MeetingStore.Due(new MeetingId(row.text(1)), new RoomId(row.text(2))),
        now,
        limit);
  }
}
