package dev.optima.backend.history;

import dev.optima.backend.history.CallOrder.By;
import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a question is gone about.
///
/// @param drive what leaves few, if anything does
/// @param few how many it leaves
/// @param bounds what is few
record Plan(@Nullable Drive drive, int few, Bounds bounds) {

  /// Counts what each part of the question leaves, and takes the least.
  static Plan of(Tx tx, Question question, Bounds bounds) throws SQLException {
    Drive best = null;
    int least = Integer.MAX_VALUE;
    List<Drive> drives = new ArrayList<>(question.drives());
    Drive found = question.found();
    if (found != null) {
      drives.add(found); // last: to find words takes longest
    }
    for (Drive drive : drives) {
      // Of a drive that is not of the words each call's words have to be read.
      boolean covered = drive.covering() && question.words() == null;
      int most = Math.min(least - 1, covered ? bounds.covered() : bounds.sorted());
      int count = drive.count(tx, most);
      if (count <= most) {
        best = drive;
        least = count;
      }
    }
    return new Plan(best, best == null ? 0 : least, bounds);
  }

  /// The drive, if its calls are to be sorted; null if an index is gone through.
  @Nullable Drive sorting(CallOrder order) {
    Drive some = drive;
    if (some == null || index(order.by()).equals(some.index())) {
      return null;
    }
    return order.by().isText() && few > bounds.sorted() ? null : some;
  }

  /// The index of an order.
  static String index(By by) {
    return "call_history_by_" + by.name().toLowerCase(Locale.ROOT);
  }
}
