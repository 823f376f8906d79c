package dev.optima.backend.media;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What media servers told, and who is in their rooms.
final class MediaEventStore {
  /// The row of the room is touched first: so two nodes put the words about one room together one
  /// after the other.
  private static final String LOCK =
      "INSERT INTO media_closings (call_id, at) VALUES (?, 0)"
          + " ON CONFLICT (call_id) DO UPDATE SET at = media_closings.at";

  private static final String ADD =
      "INSERT INTO media_events (id, call_id, type, user_id, session_id, at, taken_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String OF_SESSION =
      "SELECT e.call_id FROM media_events e JOIN calls c ON c.id = e.call_id"
          + " WHERE e.session_id = ? AND c.media_room = ? ORDER BY e.at LIMIT 1";
  private static final String OCCUPANTS =
      "SELECT occupant, user_id, here, at FROM media_occupants WHERE call_id = ?";
  private static final String PUT_OCCUPANT =
      "INSERT INTO media_occupants (call_id, occupant, user_id, here, at) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (call_id, occupant) DO UPDATE SET user_id = excluded.user_id,"
          + " here = excluded.here, at = excluded.at";
  private static final String CLOSED_AT = "SELECT at FROM media_closings WHERE call_id = ?";
  private static final String PUT_CLOSING = "UPDATE media_closings SET at = ? WHERE call_id = ?";
  private static final String OLD_EVENTS = "DELETE FROM media_events WHERE taken_at < ?";
  private static final String OF_OLD_CALLS =
      " WHERE call_id IN (SELECT id FROM calls WHERE ended_at < ?)";

  void lock(Tx tx, CallId call) throws SQLException {
    tx.update(LOCK, call);
  }

  /// False if it was told before.
  boolean add(Tx tx, MediaEvent event, CallId call, @Nullable UserId who, Instant now)
      throws SQLException {
    return tx.update(ADD, event.id(), call, event.type(), who, event.session(), event.at(), now)
        > 0;
  }

  /// The call of which this session told before.
  Optional<CallId> ofSession(Tx tx, String session, String room) throws SQLException {
    return tx.first(OF_SESSION, row -> new CallId(row.text(1)), session, room);
  }

  Occupancy occupancy(Tx tx, CallId call) throws SQLException {
    List<Occupancy.Entry> entries = tx.list(OCCUPANTS, MediaEventStore::entry, call);
    Instant closed =
        tx.first(CLOSED_AT, row -> row.instant(1), call)
            .filter(at -> at.toEpochMilli() > 0)
            .orElse(null);
    return new Occupancy(entries, closed);
  }

  private static Occupancy.Entry entry(Row row) throws SQLException {
    String user = row.textOrNull(2);
    return new Occupancy.Entry(
        row.text(1), user == null ? null : new UserId(user), row.integer(3) != 0, row.instant(4));
  }

  void put(Tx tx, CallId call, Occupancy.Entry entry) throws SQLException {
    tx.update(PUT_OCCUPANT, call, entry.occupant(), entry.user(), entry.here() ? 1 : 0, entry.at());
  }

  void putClosing(Tx tx, CallId call, Instant at) throws SQLException {
    tx.update(PUT_CLOSING, at, call);
  }

  /// Forgets what came before, and who was in the rooms of calls that ended before.
  int forget(Tx tx, Instant events, Instant rooms) throws SQLException {
    return tx.update(OLD_EVENTS, events)
        + tx.update("DELETE FROM media_occupants" + OF_OLD_CALLS, rooms)
        + tx.update("DELETE FROM media_closings" + OF_OLD_CALLS, rooms);
  }
}
