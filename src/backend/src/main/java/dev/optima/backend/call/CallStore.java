package dev.optima.backend.call;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Calls in the database. A session is stored and rebuilt exactly, to the millisecond; a change
/// goes through only if the `version` is still the one that was read.
public final class CallStore {
  static final String COLUMNS =
      "c.id, c.room_id, c.caller_id, c.meeting_id, c.state, c.version, c.created_at, c.deadline,"
          + " c.started_at, c.together_since, c.together_millis, c.ended_at, c.ended_by, c.outcome,"
          + " c.request_key, c.media_room, c.push_devices, c.opened,"
          + " c.provider";
  private static final String INSERT =
      "INSERT INTO calls (id, room_id, applicant_id, caller_id, request_key, meeting_id,"
          + " media_room, state, outcome, version, created_at, deadline, started_at,"
          + " together_since, together_millis, ended_at, ended_by, push_devices, opened,"
          + " provider, in_history) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
          + " ON CONFLICT DO NOTHING";
  private static final String UPDATE =
      "UPDATE calls SET drops = drops + CASE WHEN state = 'RECONNECTING' AND ? = 'ACTIVE' THEN 1"
          + " ELSE 0 END, caller_id = ?, state = ?, outcome = ?, version = ?, deadline = ?,"
          + " started_at = ?, together_since = ?, together_millis = ?, ended_at = ?, ended_by = ?"
          + " WHERE id = ? AND version = ?";
  private static final String PUT_PERSON =
      "INSERT INTO call_participants (call_id, user_id, place, name, side, joined_at, last_seen,"
          + " lost_at, left_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (call_id, user_id) DO UPDATE SET"
          + " place = excluded.place, name = excluded.name, joined_at = excluded.joined_at,"
          + " last_seen = excluded.last_seen, lost_at = excluded.lost_at,"
          + " left_at = excluded.left_at";
  private static final String PEOPLE =
      "SELECT user_id, name, side, joined_at, last_seen, lost_at, left_at FROM call_participants"
          + " WHERE call_id = ? ORDER BY place";
  private static final String BY_ID = "SELECT " + COLUMNS + " FROM calls c WHERE c.id = ?";
  private static final String BY_KEY =
      "SELECT " + COLUMNS + " FROM calls c WHERE c.caller_id = ? AND c.request_key = ?";
  private static final String OF_MEDIA_ROOM =
      "SELECT "
          + COLUMNS
          + " FROM calls c WHERE c.media_room = ? AND c.created_at <= ?"
          + " ORDER BY c.created_at DESC LIMIT 1";
  private static final String LIVE_OF_ROOM =
      "SELECT " + COLUMNS + " FROM calls c WHERE c.applicant_id = ? AND c.ended_at IS NULL";
  private static final String LIVE_OF_CALLER =
      "SELECT "
          + COLUMNS
          + " FROM calls c WHERE c.caller_id = ? AND c.ended_at IS NULL AND c.opened = 0";
  private static final String LIVE =
      "SELECT " + COLUMNS + " FROM calls c WHERE c.ended_at IS NULL ORDER BY c.created_at";
  private static final String LIVE_WITH =
      "SELECT "
          + COLUMNS
          + " FROM calls c WHERE c.ended_at IS NULL AND (c.applicant_id = ? OR c.caller_id = ?"
          + " OR c.id IN (SELECT p.call_id FROM call_participants p"
          + " WHERE p.user_id = ? AND p.place >= 2)) ORDER BY c.created_at";
  private static final String DUE =
      "SELECT id, room_id FROM calls WHERE ended_at IS NULL AND deadline <= ?"
          + " ORDER BY deadline LIMIT ?";
  private static final String NEXT_DEADLINE =
      "SELECT deadline FROM calls WHERE ended_at IS NULL ORDER BY deadline LIMIT 1";
  private static final String UNANSWERED =
      "SELECT created_at FROM calls WHERE room_id = ? AND created_at > ?"
          + " AND outcome IN ('NO_ANSWER', 'CANCELLED', 'REJECTED')"
          + " ORDER BY created_at DESC LIMIT ?";
  private static final String APPLICANT_NAME =
      "SELECT a.name FROM rooms r JOIN applicants a ON a.id = r.applicant_id WHERE r.id = ?";

  /// False if the caller used the key before, or one of the two has a live call.
  boolean insert(Tx tx, StoredCall call) throws SQLException {
    CallSession s = call.session();
    int rows =
        tx.update(
            INSERT,
            s.callId(),
            s.roomId(),
            s.applicantId(),
            s.callerId(),
            call.requestKey(),
            s.meetingId(),
            call.mediaRoom(),
            s.state(),
            s.outcome(),
            s.version(),
            s.createdAt(),
            s.deadline(),
            s.startedAt(),
            s.togetherSince(),
            s.together().toMillis(),
            s.endedAt(),
            s.endedBy(),
            call.pushDevices(),
            call.opened() ? 1 : 0,
            call.provider());
    if (rows == 0) {
      return false;
    }
    for (int i = 0; i < s.participants().size(); i++) {
      put(tx, s.callId(), i, s.participants().get(i));
    }
    return true;
  }

  /// False if the call is no longer as it was in `before`.
  boolean update(Tx tx, CallSession before, CallSession next) throws SQLException {
    int rows =
        tx.update(
            UPDATE,
            next.state(),
            next.callerId(),
            next.state(),
            next.outcome(),
            next.version(),
            next.deadline(),
            next.startedAt(),
            next.togetherSince(),
            next.together().toMillis(),
            next.endedAt(),
            next.endedBy(),
            next.callId(),
            before.version());
    if (rows == 0) {
      return false;
    }
    for (int i = 0; i < next.participants().size(); i++) {
      Participant person = next.participants().get(i);
      boolean same =
          i < before.participants().size() && before.participants().get(i).equals(person);
      if (!same) {
        put(tx, next.callId(), i, person);
      }
    }
    return true;
  }

  /// What carries it from now on; part of a change of its `version`.
  void carry(Tx tx, CallId call, String provider) throws SQLException {
    tx.update("UPDATE calls SET provider = ? WHERE id = ?", provider, call);
  }

  private static void put(Tx tx, CallId call, int place, Participant person) throws SQLException {
    tx.update(
        PUT_PERSON,
        call,
        person.userId(),
        place,
        person.name(),
        person.side(),
        person.joinedAt(),
        person.lastSeen(),
        person.lostAt(),
        person.leftAt());
  }

  Optional<StoredCall> find(Tx tx, CallId call) throws SQLException {
    return one(tx, BY_ID, call);
  }

  Optional<StoredCall> byKey(Tx tx, UserId caller, String key) throws SQLException {
    return one(tx, BY_KEY, caller, key);
  }

  /// The last call in this room that began until then.
  Optional<StoredCall> ofMediaRoom(Tx tx, String mediaRoom, Instant until) throws SQLException {
    return one(tx, OF_MEDIA_ROOM, mediaRoom, until);
  }

  Optional<StoredCall> liveOfApplicant(Tx tx, UserId applicant) throws SQLException {
    return one(tx, LIVE_OF_ROOM, applicant);
  }

  Optional<StoredCall> liveOfCaller(Tx tx, UserId caller) throws SQLException {
    return one(tx, LIVE_OF_CALLER, caller);
  }

  List<StoredCall> live(Tx tx) throws SQLException {
    return many(tx, LIVE);
  }

  /// The live calls in which somebody is.
  List<StoredCall> liveWith(Tx tx, UserId user) throws SQLException {
    return many(tx, LIVE_WITH, user, user, user);
  }

  /// A call whose deadline has come, and its room.
  record Due(CallId callId, RoomId roomId) {}

  List<Due> due(Tx tx, Instant now, int limit) throws SQLException {
    return tx.list(
        DUE, row -> new Due(new CallId(row.text(1)), new RoomId(row.text(2))), now, limit);
  }

  Optional<Instant> nextDeadline(Tx tx) throws SQLException {
    return tx.first(NEXT_DEADLINE, row -> row.instant(1));
  }

  /// When the last rings that nobody answered began, newest first.
  List<Instant> unanswered(Tx tx, RoomId room, Instant since, int limit) throws SQLException {
    return tx.list(UNANSWERED, row -> row.instant(1), room, since, limit);
  }

  /// Empty if there is no such room.
  Optional<String> applicantName(Tx tx, RoomId room) throws SQLException {
    return tx.first(APPLICANT_NAME, row -> row.text(1), room);
  }

  private Optional<StoredCall> one(Tx tx, String sql, @Nullable Object... parameters)
      throws SQLException {
    Optional<StoredCall> bare = tx.first(sql, CallStore::bare, parameters);
    return bare.isEmpty() ? bare : Optional.of(peopled(tx, bare.get()));
  }

  List<StoredCall> many(Tx tx, String sql, @Nullable Object... parameters) throws SQLException {
    var calls = new ArrayList<StoredCall>();
    for (StoredCall bare : tx.list(sql, CallStore::bare, parameters)) {
      calls.add(peopled(tx, bare));
    }
    return calls;
  }

  private static StoredCall peopled(Tx tx, StoredCall bare) throws SQLException {
    return bare.with(tx.list(PEOPLE, CallStore::person, bare.session().callId()));
  }

  static Participant person(Row row) throws SQLException {
    return new Participant(
        new UserId(row.text(1)),
        row.text(2),
        Side.valueOf(row.text(3)),
        row.instantOrNull(4),
        row.instantOrNull(5),
        row.instantOrNull(6),
        row.instantOrNull(7));
  }

  static StoredCall bare(Row row) throws SQLException {
    String meeting = row.textOrNull(4);
    String endedBy = row.textOrNull(13);
    String outcome = row.textOrNull(14);
    var session =
        new CallSession(
            new CallId(row.text(1)),
            new RoomId(row.text(2)),
            new UserId(row.text(3)),
            meeting == null ? null : new MeetingId(meeting),
            CallState.valueOf(row.text(5)),
            row.number(6),
            List.of(),
            row.instant(7),
            row.instantOrNull(8),
            row.instantOrNull(9),
            row.instantOrNull(10),
            Duration.ofMillis(row.number(11)),
            row.instantOrNull(12),
            endedBy == null ? null : new UserId(endedBy),
            outcome == null ? null : CallOutcome.valueOf(outcome));
    return new StoredCall(
        session, row.text(15), row.text(16), row.integer(17), row.integer(18) != 0, row.text(19));
  }
}
