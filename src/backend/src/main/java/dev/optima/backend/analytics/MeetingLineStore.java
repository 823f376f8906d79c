package dev.optima.backend.analytics;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Meetings by quarter of an hour and what became of them: those that are there, and the totals of
/// those that were deleted.
final class MeetingLineStore {
  private static final String LIVE =
      "SELECT "
          + Slice.MEETING_QUARTER
          + ", m.status, coalesce(m.absent, ''), count(*) FROM meetings m";
  private static final String FOLDED =
      "SELECT t.quarter, t.status, t.absent, sum(t.meetings) FROM meeting_totals t";

  List<MeetingLine> of(Tx tx, Slice slice) throws SQLException {
    List<MeetingLine> all = new ArrayList<>(lines(tx, LIVE, slice.meetings()));
    all.addAll(lines(tx, FOLDED, slice.totals()));
    return all;
  }

  private static List<MeetingLine> lines(Tx tx, String select, Conditions where)
      throws SQLException {
    return tx.list(
        select + where + " GROUP BY 1, 2, 3", MeetingLineStore::line, where.parameters());
  }

  private static MeetingLine line(Row row) throws SQLException {
    String absent = row.text(3);
    return new MeetingLine(
        row.number(1),
        MeetingStatus.valueOf(row.text(2)),
        absent.isEmpty() ? null : Absent.valueOf(absent),
        row.number(4));
  }
}
