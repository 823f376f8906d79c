package dev.optima.backend.analytics;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallOutcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Calls by quarter of an hour and outcome: those that are there, and the totals of those that were
/// deleted.
final class CallLineStore {
  private static final String LIVE =
      "SELECT "
          + Slice.CALL_QUARTER
          + ", c.outcome, c.opened, count(*), count(c.score), sum(c.score),"
          + " count(CASE WHEN c.score < 3.0 THEN 1 END) FROM calls c";
  private static final String FOLDED =
      "SELECT t.quarter, t.outcome, t.opened, sum(t.calls), sum(t.measured), sum(t.scores),"
          + " sum(t.poor) FROM call_totals t";

  List<CallLine> of(Tx tx, Slice slice) throws SQLException {
    List<CallLine> all = new ArrayList<>(lines(tx, LIVE, slice.calls()));
    all.addAll(lines(tx, FOLDED, slice.totals()));
    return all;
  }

  private static List<CallLine> lines(Tx tx, String select, Conditions where) throws SQLException {
    return tx.list(select + where + " GROUP BY 1, 2, 3", CallLineStore::line, where.parameters());
  }

  private static CallLine line(Row row) throws SQLException {
    CallOutcome outcome = CallOutcome.valueOf(row.text(2));
    Double scores = row.realOrNull(6);
    return new CallLine(
        row.number(1),
        outcome,
        row.integer(3) != 0,
        row.number(4),
        row.number(5),
        scores == null ? 0 : scores,
        row.number(7));
  }
}
