package dev.optima.backend.chat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
  private static final String LAST_SEQ = "SELECT last_seq FROM rooms WHERE id = ?";

  /// Above this everything is unread: what was read last, or what there was when the reader came.
  private static final String BEGIN =
      "CASE WHEN k.from_seq > k.read_seq THEN k.from_seq ELSE coalesce(k.read_seq, 0) END";

  /// In one room more are not counted: nobody reads the number.
  private static final int MOST_COUNTED = 1_000;

  private static final String OF =
      "SELECT k.delivered_seq, "
          + BEGIN
          + " FROM read_marks k WHERE k.room_id = ? AND k.user_id = ?";
  private static final String OF_OTHERS =
      "SELECT coalesce(max(delivered_seq), 0), coalesce(max(read_seq), 0) FROM read_marks"
          + " WHERE room_id = ? AND user_id <> ?";

  /// What is unread, everywhere by the same rule: said by somebody else, a text or a wish to be
  /// called, not taken back, above the mark. Room `r`, mark `k`; the parameter is the reader.
  private static final String COUNTS =
      " FROM messages m WHERE m.room_id = r.id AND m.seq > "
          + BEGIN
          + " AND m.sender_id <> ? AND m.kind IN ('TEXT', 'CALL_ME') AND m.deleted_at IS NULL";

  private static final String BEHIND =
      " FROM rooms r LEFT JOIN read_marks k ON k.room_id = r.id AND k.user_id = ?"
          + " WHERE r.last_seq > "
          + BEGIN;
  private static final String COUNT =
      "(SELECT count(*) FROM (SELECT 1" + COUNTS + " LIMIT " + MOST_COUNTED + ") counted)";
  private static final String UNREAD = "SELECT r.id, " + COUNT + BEHIND;
  private static final String UNREAD_ABOUT =
      "SELECT r.applicant_id, " + COUNT + BEHIND + " AND r.applicant_id IN ";

  /// A condition on an applicant `a`: somebody, given twice, has not read all about them.
  public static final String ANY_UNREAD_ABOUT =
      "EXISTS (SELECT 1"
          + BEHIND
          + " AND r.applicant_id = a.id AND EXISTS (SELECT 1"
          + COUNTS
          + "))";

  /// How far somebody is.
  public record Marks(long deliveredSeq, long readSeq) {
    static final Marks NONE = new Marks(0, 0);
  }

  /// Whether a mark moved.
  boolean raise(Tx tx, RoomId room, UserId user, long delivered, long read) throws SQLException {
    return tx.update(RAISE, room, user, delivered, read) > 0;
  }

  /// Somebody says that they have received up to `seq`, which may be more than there is.
  ///
  /// @return up to where the mark moved; null if it did not
  @Nullable Long reached(Tx tx, RoomId room, UserId user, long seq) throws SQLException {
    long last = tx.first(LAST_SEQ, row -> row.number(1), room).orElse(0L);
    long upTo = Math.min(seq, last);
    return upTo > 0 && raise(tx, room, user, upTo, 0) ? upTo : null;
  }

  public Marks of(Tx tx, RoomId room, UserId user) throws SQLException {
    return tx.first(OF, row -> new Marks(row.number(1), row.number(2)), room, user)
        .orElse(Marks.NONE);
  }

  /// How far the other side is: for the team the applicant, for the applicant the furthest of the
  /// team; in a room of the team's own the furthest colleague.
  Marks ofOtherSide(Tx tx, RoomId room, Identity who) throws SQLException {
    if (who.isTeam() && !room.isTeamOnly()) {
      return of(tx, room, room.applicant());
    }
    return tx.first(OF_OTHERS, row -> new Marks(row.number(1), row.number(2)), room, who.userId())
        .orElse(Marks.NONE);
  }

  /// How many messages of others somebody has not read in one room.
  public long unread(Tx tx, RoomId room, UserId user) throws SQLException {
    return sum(unread(tx, user, " AND r.id = ?", room));
  }

  /// The same for all rooms that are about an applicant; who has none is left out.
  public Map<UserId, Long> unreadAbout(Tx tx, List<UserId> applicants, UserId user)
      throws SQLException {
    var unread = new HashMap<UserId, Long>();
    if (applicants.isEmpty()) {
      return unread;
    }
    var parameters = new ArrayList<Object>(List.of(user, user));
    parameters.addAll(applicants);
    tx.list(
            UNREAD_ABOUT + Tx.places(applicants.size()),
            row -> Map.entry(new UserId(row.text(1)), row.number(2)),
            parameters.toArray())
        .forEach(room -> unread.merge(room.getKey(), room.getValue(), Long::sum));
    return unread;
  }

  /// The same for each room; those without any are left out.
  public Map<String, Long> unread(Tx tx, UserId user) throws SQLException {
    return unread(tx, user, "", null);
  }

  private static Map<String, Long> unread(
      Tx tx, UserId user, String where, @Nullable Object parameter) throws SQLException {
    var unread = new HashMap<String, Long>();
    Object[] parameters =
        parameter == null ? new Object[] {user, user} : new Object[] {user, user, parameter};
    tx.list(UNREAD + where, row -> Map.entry(row.text(1), row.number(2)), parameters).stream()
        .filter(room -> room.getValue() > 0)
        .forEach(room -> unread.put(room.getKey(), room.getValue()));
    return unread;
  }

  private static long sum(Map<String, Long> rooms) {
    return rooms.values().stream().mapToLong(Long::longValue).sum();
  }
}
