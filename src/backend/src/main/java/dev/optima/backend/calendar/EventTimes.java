package dev.optima.backend.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import dev.optima.backend.meeting.invite.CalendarEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;

/// When an event takes place, each time.
final class EventTimes {
  /// A rule may go on for ever.
  private static final int STEPS = 20_000;

  /// Nobody has appointments that recur more often than this; a rule that says so is a trap.
  private static final int MOST_A_DAY = 24;

  private static final Set<Frequency> TRAPS =
      Set.of(Frequency.SECONDLY, Frequency.MINUTELY, Frequency.HOURLY);

  private static final Instant OLDEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final long LONGEST_DAYS = 400;

  private final ICalendar calendar;
  private final VEvent event;
  private final ICalDate start;
  private final ZoneId zone;

  /// @param zone for times that name no place
  EventTimes(ICalendar calendar, VEvent event, ZoneId zone) {
    this.calendar = calendar;
    this.event = event;
    this.start = event.getDateStart().getValue();
    this.zone = zone;
  }

  /// What lies in `[from, to)`, and a little around it.
  ///
  /// @param moved the keys of those times for which another event stands
  List<Busy> between(Instant from, Instant to, Set<String> moved) {
    if (event.getRecurrenceId() != null || !recurs()) {
      return List.of(busy(start));
    }
    List<Busy> all = new ArrayList<>();
    DateIterator times = event.getDateIterator(place());
    times.advanceTo(Date.from(from.minus(Duration.ofDays(days() + 1))));
    for (int step = 0; step < STEPS && times.hasNext(); step++) {
      Date time = times.next();
      if (time.toInstant().isAfter(to.plus(Duration.ofDays(1)))) {
        break;
      }
      if (!moved.contains(key(event, time))) {
        all.add(busy(time));
      }
    }
    return all;
  }

  private boolean recurs() {
    List<Recurrence> rules =
        event.getProperties(RecurrenceRule.class).stream()
            .map(rule -> rule.getValue())
            .filter(Objects::nonNull)
            .toList();
    boolean dates = !event.getRecurrenceDates().isEmpty();
    return (dates || !rules.isEmpty())
        && start.toInstant().isAfter(OLDEST)
        && rules.stream().noneMatch(EventTimes::isTrap);
  }

  private static boolean isTrap(Recurrence rule) {
    long often =
        (long) Math.max(1, rule.getByHour().size())
            * Math.max(1, rule.getByMinute().size())
            * Math.max(1, rule.getBySecond().size());
    return TRAPS.contains(rule.getFrequency()) || often > MOST_A_DAY;
  }

  private Busy busy(Date time) {
    if (start.hasTime()) {
      Instant begin = time.toInstant();
      return new Busy(begin, begin.plus(length()));
    }
    LocalDate day = day(time);
    return new Busy(
        day.atStartOfDay(zone).toInstant(), day.plusDays(days()).atStartOfDay(zone).toInstant());
  }

  /// The library reads a date as the midnight of the place where this program runs.
  private static LocalDate day(Date date) {
    return date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
  }

  /// RFC 5545, 3.6.1: nothing if there is only a start with a time.
  private Duration length() {
    DateEnd end = event.getDateEnd();
    Duration length = Duration.ZERO;
    if (end != null && end.getValue() != null) {
      length = Duration.between(start.toInstant(), end.getValue().toInstant());
    } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
      length = Duration.ofMillis(event.getDuration().getValue().toMillis());
    }
    Duration longest = Duration.ofDays(LONGEST_DAYS);
    return length.compareTo(longest) > 0 ? longest : length;
  }

  /// The length in whole days; one if there is only a date to start.
  private long days() {
    DateEnd end = event.getDateEnd();
    long days =
        start.hasTime() || end == null || end.getValue() == null
            ? Math.ceilDiv(length().toMinutes(), Duration.ofDays(1).toMinutes())
            : ChronoUnit.DAYS.between(day(start), day(end.getValue()));
    return Math.clamp(days, 1, LONGEST_DAYS);
  }

  /// Where its clock is: a rule goes on at the same hour there, also when clocks change.
  private TimeZone place() {
    var assigned = calendar.getTimezoneInfo().getTimezone(event.getDateStart());
    if (assigned != null) {
      return assigned.getTimeZone();
    }
    boolean utc = start.getRawComponents() != null && start.getRawComponents().isUtc();
    return TimeZone.getTimeZone(utc ? ZoneOffset.UTC : zone);
  }

  /// Whether it is one of our interviews, which somebody took into their calendar.
  static boolean isOurs(VEvent event) {
    return event.getUid() != null
        && event.getUid().getValue() != null
        && CalendarEvents.meeting(event.getUid().getValue()).isPresent();
  }

  /// One time of an event that recurs.
  static String key(VEvent event, Date time) {
    String uid = event.getUid() == null ? "" : event.getUid().getValue();
    return uid + " " + time.getTime();
  }
}
