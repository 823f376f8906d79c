package dev.optima.backend.analytics;

import dev.optima.protocol.rest.CallAnalytics.AnswerHour;
import dev.optima.protocol.rest.CallAnalytics.Day;
import dev.optima.protocol.rest.CallAnalytics.QualityDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Quarters of an hour, put into the days and hours of a zone. An hour that comes twice, when
/// clocks are set back, is one hour of the week; one that is left out has nothing in it.
final class LocalDays {
  private static final int HOURS = 24;

  private final Period period;
  private final ZoneId zone;
  private final Map<LocalDate, DayTally> days = new TreeMap<>();
  private final Map<Integer, Rings> hours = new TreeMap<>();

  /// With each day of the time, though nothing may be on it.
  LocalDays(Period period, ZoneId zone) {
    this.period = period;
    this.zone = zone;
    period.days(zone).forEach(date -> days.put(date, new DayTally(date)));
  }

  private static final class Rings {
    private long rings;
    private long answered;
  }

  void add(Totals totals) {
    totals.calls().forEach(this::add);
    totals.meetings().forEach(line -> day(local(line.quarter())).add(line));
  }

  private void add(CallLine line) {
    ZonedDateTime time = local(line.quarter());
    day(time).add(line);
    if (line.isRing()) {
      int hour = (time.getDayOfWeek().getValue() - 1) * HOURS + time.getHour();
      Rings counted = hours.computeIfAbsent(hour, none -> new Rings());
      counted.rings += line.calls();
      counted.answered += line.isAnswered() ? line.calls() : 0;
    }
  }

  private ZonedDateTime local(long quarter) {
    return period.local(quarter, zone);
  }

  private DayTally day(ZonedDateTime time) {
    return days.computeIfAbsent(time.toLocalDate(), DayTally::new);
  }

  List<Day> days() {
    return days.values().stream().map(DayTally::day).toList();
  }

  List<QualityDay> quality() {
    return days.values().stream().map(DayTally::quality).flatMap(Optional::stream).toList();
  }

  List<AnswerHour> answers() {
    return hours.entrySet().stream().map(LocalDays::hour).toList();
  }

  private static AnswerHour hour(Map.Entry<Integer, Rings> entry) {
    int weekday = entry.getKey() / HOURS + 1;
    Rings counted = entry.getValue();
    return new AnswerHour(weekday, entry.getKey() % HOURS, counted.rings, counted.answered);
  }
}
