package dev.optima.backend.analytics;

import dev.optima.backend.retention.Folding;
import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Adds calls that are about to be deleted to the totals of their quarter of an hour. These know
/// who of the team was in them, what the applicant applied for (at that time) and what became of
/// them, but nobody of the other side. Of lengths they keep the whole minutes, of waits the whole
/// hours: figures about deleted calls are as before but for the medians.
public final class CallTotals implements Folding<CallId> {
  private static final String CALLS =
      "SELECT c.id, c.created_at / 900000, c.outcome, c.opened, "
          + LengthStore.SECONDS
          + ", c.score, coalesce(a.position, ''), c.caller_id, c.applicant_id,"
          + " (c.created_at - a.created_at) / 1000,"
          + " CASE WHEN c."
          + Slice.INTERVIEW
          + " AND "
          + WaitStore.isFirst("c.applicant_id", "c.created_at")
          + " THEN 1 ELSE 0 END"
          + " FROM calls c JOIN applicants a ON a.id = c.applicant_id"
          + " WHERE c.outcome IS NOT NULL AND c.id";
  private static final String TEAM =
      "SELECT call_id, user_id, CASE WHEN joined_at IS NULL THEN 0 ELSE 1 END"
          + " FROM call_participants WHERE side = 'RECRUITER' AND call_id";
  private static final String ADD =
      """
      INSERT INTO call_totals
        (quarter, team, position, outcome, opened, calls, seconds, measured, scores, poor)
      VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
      ON CONFLICT (quarter, team, position, outcome, opened) DO UPDATE SET
        calls = call_totals.calls + 1, seconds = call_totals.seconds + excluded.seconds,
        measured = call_totals.measured + excluded.measured,
        scores = call_totals.scores + excluded.scores, poor = call_totals.poor + excluded.poor
      """;
  private static final String ADD_LENGTH =
      "INSERT INTO call_length_totals (quarter, team, position, minutes, interviews)"
          + " VALUES (?, ?, ?, ?, 1) ON CONFLICT (quarter, team, position, minutes)"
          + " DO UPDATE SET interviews = call_length_totals.interviews + 1";
  private static final String ADD_WAIT =
      "INSERT INTO first_interview_totals (quarter, team, position, hours, applicants)"
          + " VALUES (?, ?, ?, ?, 1) ON CONFLICT (quarter, team, position, hours)"
          + " DO UPDATE SET applicants = first_interview_totals.applicants + 1";
  private static final String HAD_ONE =
      "INSERT INTO interviewed_applicants (applicant_id) VALUES (?) ON CONFLICT DO NOTHING";

  @Override
  public void fold(Tx tx, List<CallId> gone) throws SQLException {
    if (gone.isEmpty()) {
      return;
    }
    Map<String, Map<UserId, Boolean>> teams = new HashMap<>();
    tx.list(TEAM + Conditions.in(gone), Seat::read, gone.toArray())
        .forEach(
            seat ->
                teams
                    .computeIfAbsent(seat.call(), call -> new HashMap<>())
                    .put(seat.who(), seat.there()));
    for (Gone call : tx.list(CALLS + Conditions.in(gone), Gone::read, gone.toArray())) {
      Map<UserId, Boolean> people = teams.computeIfAbsent(call.id(), none -> new HashMap<>());
      people.putIfAbsent(call.caller(), false);
      add(tx, call, team(people));
    }
  }

  private static String team(Map<UserId, Boolean> people) {
    Stream<Team.Member> members =
        people.entrySet().stream().map(one -> new Team.Member(one.getKey(), one.getValue()));
    return new Team(members.toList()).text();
  }

  private static void add(Tx tx, Gone call, String team) throws SQLException {
    boolean met = call.outcome() == CallOutcome.COMPLETED || call.outcome() == CallOutcome.DROPPED;
    Double score = met ? call.score() : null;
    tx.update(
        ADD,
        call.quarter(),
        team,
        call.position(),
        call.outcome(),
        call.opened(),
        met ? call.seconds() : 0L,
        score == null ? 0 : 1,
        score == null ? (Double) 0.0 : score,
        score != null && score < CallLine.POOR ? 1 : 0);
    if (met) {
      long minute = LengthStore.minute(call.seconds());
      tx.update(ADD_LENGTH, call.quarter(), team, call.position(), minute);
    }
    if (call.first()) {
      long hour = WaitStore.hour(call.waited());
      tx.update(ADD_WAIT, call.quarter(), team, call.position(), hour);
      tx.update(HAD_ONE, call.applicant());
    }
  }

  /// Somebody of the team in a call.
  private record Seat(String call, UserId who, boolean there) {
    static Seat read(Row row) throws SQLException {
      return new Seat(row.text(1), new UserId(row.text(2)), row.integer(3) != 0);
    }
  }

  /// A call, as far as totals tell of it.
  private record Gone(
      String id,
      long quarter,
      CallOutcome outcome,
      int opened,
      long seconds,
      @Nullable Double score,
      String position,
      UserId caller,
      UserId applicant,
      long waited,
      boolean first) {
    static Gone read(Row row) throws SQLException {
      return new Gone(
          row.text(1),
          row.number(2),
          CallOutcome.valueOf(row.text(3)),
          row.integer(4),
          row.number(5),
          row.realOrNull(6),
          row.text(7),
          new UserId(row.text(8)),
          new UserId(row.text(9)),
          row.number(10),
          row.integer(11) != 0);
    }
  }
}
