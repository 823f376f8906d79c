package dev.optima.backend.history;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that fit, at a glance.
///
/// @param interviews in which both sides met
/// @param rings as in `CallAnalytics`, as is `answered`
/// @param seconds that both sides were together
/// @param score mean of the interviews; null if nothing was measured
public record Figures(
    long calls, long interviews, long rings, long answered, long seconds, @Nullable Double score) {
  private static final String SUMS =
      "SELECT count(*), coalesce(sum(CASE WHEN h.outcome IN (1, 2) THEN 1 ELSE 0 END), 0),"
          + " coalesce(sum(h.rang), 0),"
          + " coalesce(sum(CASE WHEN h.rang = 1 AND h.outcome IN (1, 2, 3, 4) THEN 1 ELSE 0 END), 0),"
          + " coalesce(sum(CASE WHEN h.length > 0 THEN h.length ELSE 0 END), 0),"
          + " avg(CASE WHEN h.outcome IN (1, 2) AND h.score >= 0 THEN h.score END) FROM ";

  /// Adds up what fits.
  static Figures of(Tx tx, Question question) throws SQLException {
    if (question.nothing()) {
      return new Figures(0, 0, 0, 0, 0, null);
    }
    HistoryStore.prepare(tx);
    Drive drive = Plan.of(tx, question, Bounds.USUAL).drive();
    Condition from =
        drive == null
            ? new Condition(Drive.table(tx.sql(), "call_history_by_when"))
            : drive.from(tx.sql(), question.further());
    List<Condition> where = drive == null ? question.whole(tx.sql()) : drive.rest(question.whole());
    List<Object> parameters = from.with(where);
    return tx.first(SUMS + from.sql() + Condition.all(where), Figures::read, parameters.toArray())
        .orElseThrow();
  }

  private static Figures read(Row row) throws SQLException {
    return new Figures(
        row.number(1),
        row.number(2),
        row.number(3),
        row.number(4),
        row.number(5),
        row.realOrNull(6));
  }
}
