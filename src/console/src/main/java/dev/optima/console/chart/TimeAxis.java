package dev.optima.console.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The axis of a line chart: from a moment to another, in days or by the clock.
///
/// @param to inclusive
public record TimeAxis(Instant from, Instant to, ZoneId zone, Locale locale, boolean inDays) {
  private static final int[] SECONDS = {
    10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600
  };
  private static final int[] DAYS = {1, 2, 7, 14, 28, 56};

  /// A moment with words.
  record Tick(Instant at, String text) {}

  /// Of whole days.
  public static TimeAxis days(LocalDate first, LocalDate last, ZoneId zone, Locale locale) {
    return new TimeAxis(
        first.atStartOfDay(zone).toInstant(),
        last.atStartOfDay(zone).toInstant(),
        zone,
        locale,
        true);
  }

  /// Of a time within a day or so.
  public static TimeAxis clock(Instant from, Instant to, ZoneId zone, Locale locale) {
    return new TimeAxis(from, to, zone, locale, false);
  }

  /// Where on the axis a moment is, 0 to 1; in the middle if the axis has but one moment.
  double share(Instant at) {
    long whole = Duration.between(from, to).toMillis();
    return whole <= 0 ? 0.5 : (double) Duration.between(from, at).toMillis() / whole;
  }

  /// The name of a moment.
  String name(Instant at) {
    String pattern = inDays ? "EEE d MMM yyyy" : "HH:mm:ss";
    return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(zone));
  }

  /// Round moments, as many as `most` at the most.
  List<Tick> ticks(int most) {
    return inDays ? dayTicks(Math.max(1, most)) : clockTicks(Math.max(1, most));
  }

  private List<Tick> dayTicks(int most) {
    LocalDate first = from.atZone(zone).toLocalDate();
    long count = ChronoUnit.DAYS.between(first, to.atZone(zone).toLocalDate()) + 1;
    long every = DAYS[DAYS.length - 1];
    for (int i = DAYS.length - 1; i >= 0; i--) {
      every = (count + DAYS[i] - 1) / DAYS[i] <= most ? DAYS[i] : every;
    }
    DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMM", locale);
    long step = every;
    return LongStream.iterate(0, day -> day < count, day -> day + step)
        .mapToObj(first::plusDays)
        .map(day -> new Tick(day.atStartOfDay(zone).toInstant(), format.format(day)))
        .toList();
  }

  private List<Tick> clockTicks(int most) {
    long whole = Duration.between(from, to).toSeconds();
    int every = SECONDS[SECONDS.length - 1];
    for (int i = SECONDS.length - 1; i >= 0; i--) {
      every = whole / SECONDS[i] + 1 <= most ? SECONDS[i] : every;
    }
    int step = every;
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(step < 60 ? "HH:mm:ss" : "HH:mm", locale);
    Instant day = from.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
    long begun = Duration.between(day, from).toSeconds();
    Instant first = day.plusSeconds((begun + step - 1) / step * step);
    return Stream.iterate(
            first.isBefore(from) ? first.plusSeconds(step) : first,
            at -> !at.isAfter(to),
            at -> at.plusSeconds(step))
        .map(at -> new Tick(at, format.format(at.atZone(zone))))
        .toList();
  }
}
