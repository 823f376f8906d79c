package dev.optima.backend.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/// The lines of the script that are about interviews (its head says how they are written).
final class DemoMeetingLine {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private DemoMeetingLine() {}

  /// `time; minutes; others; title`, and perhaps `; provider`
  static DemoScript.Planned planned(Instant at, String rest, Instant now) {
    String[] parts = rest.split(";", 5);
    return new DemoScript.Planned(
        at,
        time(parts[0].strip(), now),
        Integer.parseInt(parts[1].strip()),
        Stream.of(parts[2].strip().split(",", -1)).filter(name -> !name.isEmpty()).toList(),
        parts[3].strip(),
        parts.length > 4 ? parts[4].strip() : null);
  }

  /// `act`, then `; text`; with `asked_to_move` the times go before the text, with `met` how long.
  static DemoScript.Turn turn(Instant at, String rest, Instant now) {
    String[] parts = rest.split(";", 3);
    String act = parts[0].strip();
    return switch (act) {
      case "asked_to_move" ->
          new DemoScript.Turn(
              at,
              act,
              Stream.of(parts[1].split(",", -1)).map(text -> time(text.strip(), now)).toList(),
              Duration.ZERO,
              parts[2].strip());
      case "met" ->
          new DemoScript.Turn(at, act, List.of(), DemoScript.talked(parts[1].strip()), "");
      default ->
          new DemoScript.Turn(
              at, act, List.of(), Duration.ZERO, parts.length > 1 ? parts[1].strip() : "");
    };
  }

  /// When an interview is: `+1 14:00` on the next working day, `-1 09:00` on the day before, `q+2`
  /// at the second quarter of an hour after the one that comes next.
  private static Instant time(String text, Instant now) {
    if (text.startsWith("q")) {
      long quarter = Math.ceilDiv(now.getEpochSecond(), QUARTER.toSeconds());
      return Instant.ofEpochSecond(
          (quarter + Long.parseLong(text.substring(1))) * QUARTER.toSeconds());
    }
    String[] parts = text.split(" ", -1);
    long days = Long.parseLong(parts[0]);
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate day = days > 0 ? workingDays(today, days) : today.plusDays(days);
    return day.atTime(LocalTime.parse(parts[1])).toInstant(ZoneOffset.UTC);
  }

  private static LocalDate workingDays(LocalDate from, long days) {
    LocalDate day = from;
    for (long left = days; left > 0; left -= isWeekend(day) ? 0 : 1) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
