package dev.optima.protocol.rest;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.List;

/// `GET /api/calendar/busy?from&to`: when colleagues and oneself are busy elsewhere.
public record BusyTimes(List<Busy> busy) {

  /// One stretch of time, with no word about what for.
  public record Busy(UserId userId, Instant start, Instant end) {}
}
