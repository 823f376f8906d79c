package dev.optima.backend.call;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.LiveCall;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Live calls with what the team sees around them. All of them take two queries.
final class LiveCallStore {
  private static final String AROUND =
      "a.position, m.title, r.state, CASE WHEN m.waiting_room = 1 AND m.waiting_since IS NOT NULL"
          + " AND m.admitted_at IS NULL AND m.status IN ('SCHEDULED', 'OPEN') THEN 1 ELSE 0 END";
  private static final String FROM =
      " FROM calls c LEFT JOIN applicants a ON a.id = c.applicant_id"
          + " LEFT JOIN meetings m ON m.id = c.meeting_id"
          + " LEFT JOIN call_recordings r ON r.call_id = c.id";
  private static final String AROUND_ONE = "SELECT " + AROUND + FROM + " WHERE c.id = ?";
  static final String LIVE =
      "SELECT "
          + CallStore.COLUMNS
          + ", "
          + AROUND
          + FROM
          + " WHERE c.ended_at IS NULL ORDER BY c.created_at, c.id";
  static final String PEOPLE_OF_LIVE =
      "SELECT p.user_id, p.name, p.side, p.joined_at, p.last_seen, p.lost_at, p.left_at, p.call_id"
          + " FROM call_participants p"
          + " WHERE p.call_id IN (SELECT c.id FROM calls c WHERE c.ended_at IS NULL)"
          + " ORDER BY p.call_id, p.place";
  private static final String OF_MEETING =
      "SELECT c.id FROM calls c JOIN meetings m ON m.applicant_id = c.applicant_id"
          + " WHERE m.id = ? AND c.meeting_id = m.id AND c.ended_at IS NULL";
  private static final String MEASURING =
      "SELECT DISTINCT user_id FROM call_quality WHERE call_id = ? AND at > ?";
  private static final int FIRST_AROUND = 20;

  /// What is around a call.
  ///
  /// @param recording as it is kept; null until something happens
  private record Around(
      @Nullable String position,
      @Nullable String meetingTitle,
      CallRecording.@Nullable State recording,
      boolean waiting) {

    static Around of(Row row, int first) throws SQLException {
      String state = row.textOrNull(first + 2);
      return new Around(
          row.textOrNull(first),
          row.textOrNull(first + 1),
          state == null ? null : CallRecording.State.valueOf(state),
          row.integer(first + 3) != 0);
    }

    LiveCall live(StoredCall call, Instant at) {
      CallSession session = call.session();
      return new LiveCall(
          CallSnapshot.of(session, at),
          at,
          call.provider(),
          position,
          meetingTitle,
          List.of(),
          recording(session),
          waiting && !session.state().isTerminal());
    }

    /// Nothing is recorded any more once the call is over.
    private CallRecording.State recording(CallSession session) {
      var state = Objects.requireNonNullElse(recording, CallRecording.State.OFF);
      return session.state().isTerminal() && state == CallRecording.State.RECORDING
          ? CallRecording.State.AGREED
          : state;
    }
  }

  /// As it is inside this transaction; nobody's quality is in it.
  LiveCall of(Tx tx, StoredCall call, Instant at) throws SQLException {
    return tx.first(AROUND_ONE, row -> Around.of(row, 1), call.session().callId())
        .orElseThrow()
        .live(call, at);
  }

  /// All that are not over, oldest first.
  List<LiveCall> all(Tx tx, Instant at) throws SQLException {
    Map<CallId, List<Participant>> people = new HashMap<>();
    tx.list(
        PEOPLE_OF_LIVE,
        row ->
            people
                .computeIfAbsent(new CallId(row.text(8)), id -> new ArrayList<>())
                .add(CallStore.person(row)));
    return tx.list(
        LIVE,
        row -> {
          StoredCall bare = CallStore.bare(row);
          List<Participant> there =
              people.getOrDefault(bare.session().callId(), List.<Participant>of());
          return Around.of(row, FIRST_AROUND).live(bare.with(there), at);
        });
  }

  /// Who measured something in a call since then.
  List<UserId> measuring(Tx tx, CallId call, Instant since) throws SQLException {
    return tx.list(MEASURING, row -> new UserId(row.text(1)), call, since);
  }

  /// The live call that is held for a meeting.
  Optional<CallId> ofMeeting(Tx tx, MeetingId meeting) throws SQLException {
    return tx.first(OF_MEETING, row -> new CallId(row.text(1)), meeting);
  }
}
