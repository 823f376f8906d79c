package dev.optima.console.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Some days in a row.
///
/// @param to the day after the last
public record Days(LocalDate from, LocalDate to) {

  static Days of(LocalDate from, int many) {
    return new Days(from, from.plusDays(many));
  }

  /// The same with as many days more at both ends.
  Days widened(int by) {
    return new Days(from.minusDays(by), to.plusDays(by));
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to);
  }

  /// The last of them.
  public LocalDate last() {
    return to.minusDays(1);
  }

  Instant start(ZoneId zone) {
    return from.atStartOfDay(zone).toInstant();
  }

  Instant end(ZoneId zone) {
    return to.atStartOfDay(zone).toInstant();
  }

  /// Whether a stretch of time has a part in them.
  boolean meets(Instant start, Instant end, ZoneId zone) {
    return start.isBefore(end(zone)) && end.isAfter(start(zone));
  }
}
