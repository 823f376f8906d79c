package dev.optima.backend.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// A time, and how quarters of an hour lie in it. They are numbered since 1970, in UTC: each zone
/// of today is a multiple of a quarter away from UTC, so none is in two local days or hours.
///
/// @param from inclusive
/// @param to exclusive
record Period(Instant from, Instant to) {
  /// Milliseconds.
  static final long QUARTER = Duration.ofMinutes(15).toMillis();

  /// In which quarter an instant is.
  static long quarter(Instant time) {
    return Math.floorDiv(time.toEpochMilli(), QUARTER);
  }

  /// The time before it: as many days, if it is one of whole days in that zone, else as long.
  private Period before(ZoneId zone) {
    ZonedDateTime begin = from.atZone(zone);
    ZonedDateTime end = to.atZone(zone);
    if (isMidnight(begin) && isMidnight(end)) {
      long days = ChronoUnit.DAYS.between(begin.toLocalDate(), end.toLocalDate());
      return new Period(begin.toLocalDate().minusDays(days).atStartOfDay(zone).toInstant(), from);
    }
    return new Period(from.minus(Duration.between(from, to)), from);
  }

  /// The time before it, of one that is not over only up to where this one has come: the first half
  /// of a day is compared with the first half of one.
  Period before(ZoneId zone, Instant now) {
    Period whole = before(zone);
    if (!now.isAfter(from) || !now.isBefore(to)) {
      return whole;
    }
    ZonedDateTime begin = whole.from().atZone(zone);
    ZonedDateTime came = now.atZone(zone);
    long days = ChronoUnit.DAYS.between(begin.toLocalDate(), from.atZone(zone).toLocalDate());
    Instant then =
        isMidnight(begin) && isMidnight(from.atZone(zone))
            ? came.minusDays(days).toInstant()
            : now.minus(Duration.between(whole.from(), from));
    return new Period(whole.from(), then.isBefore(from) ? then : from);
  }

  private static boolean isMidnight(ZonedDateTime time) {
    return time.equals(time.toLocalDate().atStartOfDay(time.getZone()));
  }

  /// Each day of which some is in it.
  List<LocalDate> days(ZoneId zone) {
    LocalDate first = from.atZone(zone).toLocalDate();
    LocalDate last = to.minusMillis(1).atZone(zone).toLocalDate();
    return first.datesUntil(last.plusDays(1)).toList();
  }

  /// The local time of something of this time that was in that quarter.
  ZonedDateTime local(long quarter, ZoneId zone) {
    return Instant.ofEpochMilli(Math.max(quarter * QUARTER, from.toEpochMilli())).atZone(zone);
  }

  /// The first quarter that begins in it.
  long firstQuarter() {
    return Math.ceilDiv(from.toEpochMilli(), QUARTER);
  }

  /// The first quarter that begins after it.
  long endQuarter() {
    return Math.ceilDiv(to.toEpochMilli(), QUARTER);
  }
}
