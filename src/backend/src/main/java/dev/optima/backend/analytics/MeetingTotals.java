package dev.optima.backend.analytics;

import dev.optima.backend.retention.Folding;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds meetings that are about to be deleted to the totals of their quarter of an hour: who was to
/// lead them, what the applicant applied for (at that time) and what became of them. Of what nobody
/// ever said what became of it, no figure tells, so no total does.
public final class MeetingTotals implements Folding<MeetingId> {
  private static final String MEETINGS =
      "SELECT m.id, m.scheduled_at / 900000, m.status, coalesce(m.absent, ''),"
          + " coalesce(a.position, '')"
          + " FROM meetings m JOIN applicants a ON a.id = m.applicant_id"
          + " WHERE m.status IN ('COMPLETED', 'NO_SHOW', 'CANCELLED') AND m.id";
  private static final String LEADERS =
      "SELECT meeting_id, user_id FROM meeting_interviewers WHERE meeting_id";
  private static final String ADD =
      "INSERT INTO meeting_totals (quarter, team, position, status, absent, meetings)"
          + " VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (quarter, team, position, status, absent)"
          + " DO UPDATE SET meetings = meeting_totals.meetings + 1";

  @Override
  public void fold(Tx tx, List<MeetingId> gone) throws SQLException {
    if (gone.isEmpty()) {
      return;
    }
    Map<String, List<Team.Member>> leaders = new HashMap<>();
    tx.list(
            LEADERS + Conditions.in(gone),
            row -> new String[] {row.text(1), row.text(2)},
            gone.toArray())
        .forEach(
            row ->
                leaders
                    .computeIfAbsent(row[0], meeting -> new ArrayList<>())
                    .add(new Team.Member(new UserId(row[1]), true)));
    List<Gone> settled =
        tx.list(
            MEETINGS + Conditions.in(gone),
            row -> new Gone(row.text(1), row.number(2), row.text(3), row.text(4), row.text(5)),
            gone.toArray());
    for (Gone meeting : settled) {
      String team = new Team(leaders.getOrDefault(meeting.id(), List.of())).text();
      tx.update(
          ADD, meeting.quarter(), team, meeting.position(), meeting.status(), meeting.absent());
    }
  }

  private record Gone(String id, long quarter, String status, String absent, String position) {}
}
