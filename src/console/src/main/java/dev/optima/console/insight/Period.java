package dev.optima.console.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;

/// Whole days.
///
/// @param last inclusive
public record Period(LocalDate first, LocalDate last) {
  /// More is not counted at once.
  static final int LONGEST = 400;

  /// The days that are meant today.
  static Period of(Span span, LocalDate today) {
    return switch (span) {
      case WEEK, FORTNIGHT, MONTH, SEASON -> new Period(today.minusDays(span.days() - 1), today);
      case QUARTER -> new Period(today.with(IsoFields.DAY_OF_QUARTER, 1), today);
      case CUSTOM -> new Period(today.minusDays(Span.FORTNIGHT.days() - 1), today);
    };
  }

  long days() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  boolean isBackward() {
    return last.isBefore(first);
  }

  boolean isTooLong() {
    return days() > LONGEST;
  }

  Instant from(ZoneId zone) {
    return first.atStartOfDay(zone).toInstant();
  }

  /// Exclusive.
  Instant to(ZoneId zone) {
    return last.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
