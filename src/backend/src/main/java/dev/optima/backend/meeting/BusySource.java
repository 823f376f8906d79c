package dev.optima.backend.meeting;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// When somebody has no time for another reason than a meeting of ours: another calendar, a slot
/// that is being booked.
@FunctionalInterface
public interface BusySource {

  /// What overlaps with a stretch of time, in any order. Asked inside the transaction that plans.
  List<BusyTime> busy(Tx tx, UserId user, Instant from, Instant to) throws SQLException;
}
