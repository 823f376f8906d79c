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
/// through that index, see ADR 0024. Live calls are few: they are sorted in.
final class HistoryStore {
  /// What a question costs must not depend on what the planner thinks of a question before it, nor
  /// is it worth compiling. That few are left is counted before: these are looked up one by one,
  /// and the table is never read from end to end to join them.
  private static final String SETTINGS =
      "SELECT set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_custom_plan',"
          + " true), set_config('random_page_cost', '1.1', true), set_config('work_mem', '32MB',"
          + " true), set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off',"
          + " true), set_config('enable_mergejoin', 'off', true)";

  private final Bounds bounds;

  HistoryStore(Bounds bounds) {
    this.bounds = bounds;
  }

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
    Plan plan = Plan.of(tx, question, bounds);
    var search = new Search(tx, question, plan, order, limit);
    List<Place> places =
        question.over() || order.by() == By.WHEN || plan.sorting(order) != null
            ? search.run(after)
            : search.merged(after);
    if (!count) {
      return new Found(places, null, true);
    }
    Total total =
        after == null && places.size() < limit
            ? new Total(places.size(), true)
            : Total.of(tx, question, plan);
    // The page may have met calls that are older than those that were counted.
    return new Found(places, Math.max(total.calls(), places.size()), total.exact());
  }

  static void prepare(Tx tx) throws SQLException {
    if (tx.sql() == Sql.POSTGRESQL) {
      tx.first(SETTINGS, row -> row.text(1));
    }
  }
}
