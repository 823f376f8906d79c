package dev.optima.backend.analytics;

import dev.optima.backend.store.Tx;
import java.sql.SQLException;

/// How long applicants waited for their first interview, in seconds, from when they were added. Of
/// interviews that were deleted only the whole hours are known, and whose first one is among them.
final class WaitStore {
  private static final int HOUR = 3600;

  /// That a call `c` is the first interview of its applicant.
  static final String IS_FIRST =
      "NOT EXISTS (SELECT 1 FROM calls e WHERE e.applicant_id = c.applicant_id AND e."
          + Slice.INTERVIEW
          + " AND (e.created_at < c.created_at OR (e.created_at = c.created_at AND e.id < c.id)))"
          + " AND NOT EXISTS (SELECT 1 FROM interviewed_applicants d"
          + " WHERE d.applicant_id = c.applicant_id)";

  private static final String LIVE =
      "SELECT (c.created_at - a.created_at) / 1000, count(*)"
          + " FROM calls c JOIN applicants a ON a.id = c.applicant_id";
  private static final String FOLDED =
      "SELECT t.hours, sum(t.applicants) FROM first_interview_totals t";

  Histogram of(Tx tx, Slice slice) throws SQLException {
    var waits = new Histogram();
    Conditions live = slice.interviews().and(IS_FIRST);
    tx.list(
            LIVE + live + " GROUP BY 1",
            row -> new long[] {row.number(1), row.number(2)},
            live.parameters())
        .forEach(row -> waits.add(row[0], row[1]));
    Conditions folded = slice.totals();
    tx.list(
            FOLDED + folded + " GROUP BY 1",
            row -> new long[] {row.number(1), row.number(2)},
            folded.parameters())
        .forEach(row -> waits.add(middle(row[0]), row[1]));
    return waits;
  }

  /// What a wait of so many whole hours counts as.
  private static long middle(long hours) {
    return hours * HOUR + HOUR / 2;
  }

  /// In which hour a wait is.
  static long hour(long seconds) {
    return seconds / HOUR;
  }
}
