package dev.optima.console.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// How much the calendar shows at once. Weeks begin on Monday.
public enum CalendarSpan {
  DAY,
  WEEK,
  MONTH,
  /// A list of what is to come.
  AGENDA;

  private static final int WEEK_DAYS = 7;
  private static final int MONTH_DAYS = 42;
  private static final int AGENDA_DAYS = 14;

  /// The days that are shown when this one is chosen.
  public Days days(LocalDate date) {
    return switch (this) {
      case DAY -> Days.of(date, 1);
      case WEEK -> Days.of(monday(date), WEEK_DAYS);
      case MONTH -> Days.of(monday(date.withDayOfMonth(1)), MONTH_DAYS);
      case AGENDA -> Days.of(date, AGENDA_DAYS);
    };
  }

  /// The days whose meetings are loaded: with the pages beside, so that the next one is there at
  /// once. A month is much already.
  Days loaded(LocalDate date) {
    Days shown = days(date);
    return switch (this) {
      case DAY -> shown.widened(WEEK_DAYS);
      case WEEK -> shown.widened(WEEK_DAYS);
      case MONTH -> shown;
      case AGENDA -> shown.widened(AGENDA_DAYS);
    };
  }

  /// The day to choose so many pages on.
  LocalDate step(LocalDate date, int pages) {
    return switch (this) {
      case DAY -> date.plusDays(pages);
      case WEEK -> monday(date).plusWeeks(pages);
      case MONTH -> date.plusMonths(pages);
      case AGENDA -> date.plusDays((long) AGENDA_DAYS * pages);
    };
  }

  static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
