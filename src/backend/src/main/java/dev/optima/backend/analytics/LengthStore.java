package dev.optima.backend.analytics;

import dev.optima.backend.store.Tx;
import java.sql.SQLException;

/// How long interviews were, in seconds. Of those that were deleted only the whole minutes are
/// known: each counts as in the middle of its minute.
final class LengthStore {
  /// As a call's `duration` is told.
  static final String SECONDS = "(c.together_millis + 500) / 1000";

  private static final int MINUTE = 60;
  private static final String LIVE = "SELECT " + SECONDS + ", count(*) FROM calls c";
  private static final String FOLDED =
      "SELECT t.minutes, sum(t.interviews) FROM call_length_totals t";

  Histogram of(Tx tx, Slice slice) throws SQLException {
    var lengths = new Histogram();
    Conditions live = slice.interviews();
    tx.list(
            LIVE + live + " GROUP BY 1",
            row -> new long[] {row.number(1), row.number(2)},
            live.parameters())
        .forEach(row -> lengths.add(row[0], row[1]));
    Conditions folded = slice.totals();
    tx.list(
            FOLDED + folded + " GROUP BY 1",
            row -> new long[] {row.number(1), row.number(2)},
            folded.parameters())
        .forEach(row -> lengths.add(middle(row[0]), row[1]));
    return lengths;
  }

  /// What a deleted interview of so many whole minutes counts as.
  private static long middle(long minutes) {
    return minutes * MINUTE + MINUTE / 2;
  }

  /// In which minute a length is.
  static long minute(long seconds) {
    return seconds / MINUTE;
  }
}
