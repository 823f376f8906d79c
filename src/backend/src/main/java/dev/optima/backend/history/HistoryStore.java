package dev.optima.backend.history;

import dev.optima.backend.history.CallOrder.By;
import dev.optima.backend.store.Sql;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds calls in the history. If a part of the filter leaves few, these are looked at and sorted;
/// else the index of the order is gone through until there are enough, which at the worst is once
/// through that index, see ADR 0024.
final class HistoryStore {
  /// Calls are counted up to here.
  static final int COUNTED = 10_000;

  /// What a question costs must not depend on what the planner thinks of a question before it, nor
  /// is it worth compiling.
  private static final String SETTINGS =
      "SELECT set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_custom_plan',"
          + " true), set_config('random_page_cost', '1.1', true)";

  /// A call, and where it stands.
  record Place(CallId call, Cursor cursor) {}

  /// Some calls in their order.
  ///
  /// @param total how many there are at all; null if it was not asked
  /// @param exact whether there are no more
  record Found(List<Place> places, @Nullable Long total, boolean exact) {}

  /// @param count whether they are to be counted
  Found find(
      Tx tx, Question question, CallOrder order, @Nullable Cursor after, int limit, boolean count)
      throws SQLException {
    if (question.nothing()) {
      return new Found(List.of(), count ? 0L : null, true);
    }
    prepare(tx);
    Optional<Drive> drive = drive(tx, question);
    var search = new Search(tx, question, order, limit, count);
    return question.over() || order.by() == By.WHEN || drive.isPresent()
        ? search.run(drive.orElse(null), after)
        : search.sorted(after);
  }

  static void prepare(Tx tx) throws SQLException {
    if (tx.sql() == Sql.POSTGRESQL) {
      tx.first(SETTINGS, row -> row.text(1));
    }
  }

  /// What leaves the fewest, if that is few.
  static Optional<Drive> drive(Tx tx, Question question) throws SQLException {
    Drive best = null;
    int least = Integer.MAX_VALUE;
    for (Drive drive : question.drives()) {
      int count = drive.count(tx);
      if (count <= drive.most() && count < least) {
        best = drive;
        least = count;
      }
    }
    Drive found = question.found();
    if (best == null && found != null && found.count(tx) <= found.most()) {
      best = found;
    }
    return Optional.ofNullable(best);
  }
}
