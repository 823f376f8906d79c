package dev.optima.backend.history;

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
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.CallRow;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads calls as rows of the history, as the team sees them.
public final class CallRows {
  private static final String CALLS =
      "SELECT c.id, c.room_id, c.caller_id, c.meeting_id, c.state, c.version, c.created_at,"
          + " c.deadline, c.started_at, c.together_since, c.together_millis, c.ended_at, c.ended_by,"
          + " c.outcome, c.provider, c.score, c.drops, a.position, m.title,"
          + " (SELECT count(*) FROM recordings r WHERE r.call_id = c.id)"
          + " FROM calls c LEFT JOIN applicants a ON a.id = c.applicant_id"
          + " LEFT JOIN meetings m ON m.id = c.meeting_id WHERE c.id IN ";
  private static final String PEOPLE =
      "SELECT call_id, user_id, name, side, joined_at, last_seen, lost_at, left_at"
          + " FROM call_participants WHERE call_id IN ";

  /// How many are asked for at once: SQLite takes no more parameters than 32,766.
  private static final int BATCH = 500;

  /// A call of this id, if there is one.
  public Optional<CallRow> find(Tx tx, CallId call, Instant now) throws SQLException {
    return of(tx, List.of(call), now).stream().findFirst();
  }

  /// The calls of these ids, in this order; one that is gone is left out.
  public List<CallRow> of(Tx tx, List<CallId> calls, Instant now) throws SQLException {
    Map<CallId, CallRow> rows = new HashMap<>();
    for (int start = 0; start < calls.size(); start += BATCH) {
      read(tx, calls.subList(start, Math.min(start + BATCH, calls.size())), now, rows);
    }
    return calls.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  private static void read(Tx tx, List<CallId> calls, Instant now, Map<CallId, CallRow> rows)
      throws SQLException {
    String places = Tx.places(calls.size());
    Object[] ids = calls.toArray();
    Map<CallId, List<Participant>> people =
        tx.list(PEOPLE + places + " ORDER BY call_id, place", Seat::read, ids).stream()
            .collect(
                Collectors.groupingBy(
                    Seat::call, Collectors.mapping(Seat::person, Collectors.toList())));
    tx.list(CALLS + places, row -> row(row, people, now), ids)
        .forEach(row -> rows.put(row.call().callId(), row));
  }

  private record Seat(CallId call, Participant person) {
    static Seat read(Row row) throws SQLException {
      return new Seat(
          new CallId(row.text(1)),
          new Participant(
              new UserId(row.text(2)),
              row.text(3),
              Side.valueOf(row.text(4)),
              row.instantOrNull(5),
              row.instantOrNull(6),
              row.instantOrNull(7),
              row.instantOrNull(8)));
    }
  }

  private static CallRow row(Row row, Map<CallId, List<Participant>> people, Instant now)
      throws SQLException {
    return new CallRow(
        CallSnapshot.of(session(row, people), now),
        row.text(15),
        row.textOrNull(18),
        row.textOrNull(19),
        row.realOrNull(16),
        row.integer(17),
        row.number(20) > 0);
  }

  private static CallSession session(Row row, Map<CallId, List<Participant>> people)
      throws SQLException {
    var call = new CallId(row.text(1));
    String meeting = row.textOrNull(4);
    String endedBy = row.textOrNull(13);
    String outcome = row.textOrNull(14);
    return new CallSession(
        call,
        new RoomId(row.text(2)),
        new UserId(row.text(3)),
        meeting == null ? null : new MeetingId(meeting),
        CallState.valueOf(row.text(5)),
        row.number(6),
        people.getOrDefault(call, List.of()),
        row.instant(7),
        row.instantOrNull(8),
        row.instantOrNull(9),
        row.instantOrNull(10),
        Duration.ofMillis(row.number(11)),
        row.instantOrNull(12),
        endedBy == null ? null : new UserId(endedBy),
        outcome == null ? null : CallOutcome.valueOf(outcome));
  }
}
