package dev.optima.backend.chat;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How far each person has received and read each room. Marks only move forward.
public final class ReadMarkStore {
  private static final String RAISE =
      "INSERT INTO read_marks (room_id, user_id, delivered_seq, read_seq) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT (room_id, user_id) DO UPDATE SET"
          + " delivered_seq = CASE WHEN excluded.delivered_seq > read_marks.delivered_seq"
          + " THEN excluded.delivered_seq ELSE read_marks.delivered_seq END,"
          + " read_seq = CASE WHEN excluded.read_seq > read_marks.read_seq"
          + " THEN excluded.read_seq ELSE read_marks.read_seq END"
          + " WHERE excluded.delivered_seq > read_marks.delivered_seq"
          + " OR excluded.read_seq > read_marks.read_seq";
  private static final String OF =
      "SELECT delivered_seq, read_seq FROM read_marks WHERE room_id = ? AND user_id = ?";
  private static final String OF_OTHERS =
      "SELECT coalesce(max(delivered_seq), 0), coalesce(max(read_seq), 0) FROM read_marks"
          + " WHERE room_id = ? AND user_id <> ?";
  private static final String UNREAD_IN =
      "SELECT count(*) FROM messages m WHERE m.room_id = ? AND m.sender_id <> ?"
          + " AND m.kind IN ('TEXT', 'CALL_ME') AND m.deleted_at IS NULL AND m.seq > coalesce((SELECT k.read_seq FROM read_marks k"
          + " WHERE k.room_id = m.room_id AND k.user_id = ?), 0)";
  private static final String UNREAD =
      "SELECT r.id, (SELECT count(*) FROM messages m WHERE m.room_id = r.id AND m.sender_id <> ?"
          + " AND m.kind IN ('TEXT', 'CALL_ME') AND m.deleted_at IS NULL AND m.seq > coalesce(k.read_seq, 0)) FROM rooms r"
          + " LEFT JOIN read_marks k ON k.room_id = r.id AND k.user_id = ?"
          + " WHERE r.last_seq > coalesce(k.read_seq, 0)";

  /// How far somebody is.
  public record Marks(long deliveredSeq, long readSeq) {
    static final Marks NONE = new Marks(0, 0);
  }

  /// Whether a mark moved.
  boolean raise(Tx tx, RoomId room, UserId user, long delivered, long read) throws SQLException {
    return tx.update(RAISE, room, user, delivered, read) > 0;
  }

  public Marks of(Tx tx, RoomId room, UserId user) throws SQLException {
    return tx.first(OF, row -> new Marks(row.number(1), row.number(2)), room, user)
        .orElse(Marks.NONE);
  }

  /// How far the furthest of the others is.
  Marks ofOthers(Tx tx, RoomId room, UserId user) throws SQLException {
    return tx.first(OF_OTHERS, row -> new Marks(row.number(1), row.number(2)), room, user)
        .orElse(Marks.NONE);
  }

  /// How many messages of others somebody has not read in one room.
  public long unread(Tx tx, RoomId room, UserId user) throws SQLException {
    Optional<Long> count = tx.first(UNREAD_IN, row -> row.number(1), room, user, user);
    return count.orElse(0L);
  }

  /// The same for all rooms; those without any are left out.
  public Map<String, Long> unread(Tx tx, UserId user) throws SQLException {
    var unread = new HashMap<String, Long>();
    tx.list(UNREAD, row -> Map.entry(row.text(1), row.number(2)), user, user).stream()
        .filter(room -> room.getValue() > 0)
        .forEach(room -> unread.put(room.getKey(), room.getValue()));
    return unread;
  }
}
