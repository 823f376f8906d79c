package dev.optima.backend.history;

import dev.optima.backend.history.CallOrder.By;
import dev.optima.backend.store.Sql;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import java.sql.SQLException;
import java.util.List;
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
          + " true), set_config('random_page_cost', '1.1', true), set_config('work_mem', '32MB', true)";

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
    Plan plan = plan(tx, question);
    var search = new Search(tx, question, plan, order, limit, count);
    return question.over() || order.by() == By.WHEN || plan.drive() != null
        ? search.run(after)
        : search.sorted(after);
  }

  static void prepare(Tx tx) throws SQLException {
    if (tx.sql() == Sql.POSTGRESQL) {
      tx.first(SETTINGS, row -> row.text(1));
    }
  }

  /// How it is gone about.
  ///
  /// @param drive what leaves few, if anything does
  /// @param keeps whether those that the words find can be kept while an index is walked
  record Plan(@Nullable Drive drive, boolean keeps) {}

  static Plan plan(Tx tx, Question question) throws SQLException {
    Drive best = null;
    int least = Drive.FEW + 1;
    for (Drive drive : question.drives()) {
      int count = drive.count(tx);
      if (count < least) {
        best = drive;
        least = count;
      }
    }
    Drive found = question.found();
    if (best != null || found == null) {
      return new Plan(best, false);
    }
    int count = found.count(tx);
    return new Plan(count <= Drive.FEW ? found : null, count <= found.most());
  }
}
