package dev.optima.console.call;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// A stretch of days that ends today, or ended before.
enum Period {
  TODAY,
  YESTERDAY,
  THIS_WEEK,
  SEVEN_DAYS,
  THIS_MONTH,
  THIRTY_DAYS;

  /// The same filter, for this stretch.
  HistoryFilter of(HistoryFilter filter, Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate first =
        switch (this) {
          case TODAY -> today;
          case YESTERDAY -> today.minusDays(1);
          case THIS_WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case SEVEN_DAYS -> today.minusDays(6);
          case THIS_MONTH -> today.withDayOfMonth(1);
          case THIRTY_DAYS -> today.minusDays(29);
        };
    LocalDate behind = this == YESTERDAY ? today : today.plusDays(1);
    return filter.period(
        first.atStartOfDay(zone).toInstant(), behind.atStartOfDay(zone).toInstant());
  }

  /// The key of its name.
  String word() {
    return switch (this) {
      case TODAY -> "calls.period.today";
      case YESTERDAY -> "calls.period.yesterday";
      case THIS_WEEK -> "calls.period.week";
      case SEVEN_DAYS -> "calls.period.seven";
      case THIS_MONTH -> "calls.period.month";
      case THIRTY_DAYS -> "calls.period.thirty";
    };
  }
}
