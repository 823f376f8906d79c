package dev.optima.backend.analytics;

import dev.optima.backend.store.Tx;
import java.sql.SQLException;

/// How long applicants waited for their first interview, in seconds, from when they were added. Of
/// interviews that were deleted only the whole hours are known, and whose first one is among them.
final class WaitStore {
  private static final int HOUR = 3600;

  /// The applicants `f` with an interview of those asked for, and when their first of these began.
  private static final String LIVE =
      "SELECT (f.first - a.created_at) / 1000, count(*)"
          + " FROM (SELECT c.applicant_id, min(c.created_at) AS first FROM calls c";

  private static final String OF_THESE =
      " GROUP BY c.applicant_id) f JOIN applicants a ON a.id = f.applicant_id WHERE "
          + isFirst("f.applicant_id", "f.first")
          + " GROUP BY 1";
  private static final String FOLDED =
      "SELECT t.hours, sum(t.applicants) FROM first_interview_totals t";

  /// That an applicant had no interview before: there is one live call of an applicant at a time,
  /// so no two of them begin together.
  static String isFirst(String applicant, String at) {
    return "NOT EXISTS (SELECT 1 FROM calls e WHERE e.applicant_id = %s AND e.%s"
            .formatted(applicant, Slice.INTERVIEW)
        + " AND e.created_at < %s)".formatted(at)
        + " AND NOT EXISTS (SELECT 1 FROM interviewed_applicants d WHERE d.applicant_id = %s)"
            .formatted(applicant);
  }

  Histogram of(Tx tx, Slice slice) throws SQLException {
    var waits = new Histogram();
    Conditions live = slice.interviews();
    tx.list(
            LIVE + live + OF_THESE,
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
