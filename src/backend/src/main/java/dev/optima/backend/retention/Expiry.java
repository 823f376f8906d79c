package dev.optima.backend.retention;

import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.time.Instant;

/// Deletes what is over for so long, some at a time, the oldest first.
interface Expiry {
  /// Those that ended before this time.
  ///
  /// @param most so many at most
  /// @return how many; fewer than `most` if there are no more
  int expire(Tx tx, Instant end, int most) throws SQLException;
}
