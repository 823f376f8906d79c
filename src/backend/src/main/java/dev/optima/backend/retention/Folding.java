package dev.optima.backend.retention;

import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.util.List;

/// Keeps, of rows that are about to be deleted, what the figures of their time need: totals that
/// name no applicant. In the transaction that deletes them, so that nothing counts twice or never.
@FunctionalInterface
public interface Folding<T> {
  /// Each of them is there and is over; each is folded once.
  void fold(Tx tx, List<T> gone) throws SQLException;
}
