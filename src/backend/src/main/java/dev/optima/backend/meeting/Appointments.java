package dev.optima.backend.meeting;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// When people have no time, and whose turn it is to plan it.
final class Appointments {
  private static final String TAKE_TURN =
      "INSERT INTO meeting_turns (user_id, turn) VALUES (?, 1)"
          + " ON CONFLICT (user_id) DO UPDATE SET turn = meeting_turns.turn + 1";
  private static final String OPEN =
      "SELECT m.id, m.scheduled_at, m.ends_at FROM meetings m WHERE m.closed_at IS NULL"
          + " AND m.scheduled_at > ? AND m.scheduled_at < ? AND m.ends_at > ?";
  private static final String OF_APPLICANT = OPEN + " AND m.applicant_id = ?";
  private static final String OF_INTERVIEWER =
      OPEN
          + " AND EXISTS (SELECT 1 FROM meeting_interviewers i"
          + " WHERE i.meeting_id = m.id AND i.user_id = ?)";

  private final List<BusySource> others;

  Appointments(List<BusySource> others) {
    this.others = List.copyOf(others);
  }

  /// Until the end of this transaction nobody else plans the time of these people. In one order, so
  /// that two never wait for each other.
  void takeTurns(Tx tx, Collection<UserId> people) throws SQLException {
    for (String id : new TreeSet<>(people.stream().map(UserId::value).toList())) {
      tx.update(TAKE_TURN, id);
    }
  }

  /// What these people have between two times.
  List<BusyTime> between(
      Tx tx, UserId applicant, List<UserId> interviewers, Instant from, Instant to)
      throws SQLException {
    List<BusyTime> all = new ArrayList<>(ours(tx, OF_APPLICANT, applicant, from, to));
    for (UserId interviewer : interviewers) {
      all.addAll(ours(tx, OF_INTERVIEWER, interviewer, from, to));
    }
    for (BusySource other : others) {
      all.addAll(other.busy(tx, applicant, from, to));
      for (UserId interviewer : interviewers) {
        all.addAll(other.busy(tx, interviewer, from, to));
      }
    }
    return all;
  }

  private static List<BusyTime> ours(Tx tx, String sql, UserId user, Instant from, Instant to)
      throws SQLException {
    return tx.list(
        sql,
        row -> new BusyTime(user, new MeetingId(row.text(1)), row.instant(2), row.instant(3)),
        from.minus(MeetingInputs.LONGEST),
        to,
        from,
        user);
  }
}
