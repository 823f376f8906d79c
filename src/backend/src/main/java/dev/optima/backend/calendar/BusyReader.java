package dev.optima.backend.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.component.VFreeBusy;
import biweekly.parameter.FreeBusyType;
import biweekly.property.FreeBusy;
import biweekly.property.RawProperty;
import biweekly.property.RecurrenceId;
import biweekly.util.Period;
import dev.optima.backend.calendar.FetchFailure.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;

/// Finds out when somebody is busy from iCalendar (RFC 5545), and nothing else: no titles, no
/// people.
final class BusyReader {
  /// More events than anybody has in a calendar of 5 MiB.
  private static final int MOST_EVENTS = 50_000;

  private static final int MOST = 5_000;
  private static final String ZONE = "X-WR-TIMEZONE";

  private final Instant from;
  private final Instant to;
  private final EventRules rules;
  private final List<Busy> all = new ArrayList<>();
  private int events;

  /// Of what lies in `[from, to)`.
  ///
  /// @param own the addresses of whose calendar it is
  BusyReader(Instant from, Instant to, Set<String> own) {
    this.from = from;
    this.to = to;
    this.rules = new EventRules(own);
  }

  /// @param files each iCalendar
  /// @param zone of whose calendar it is, for times that name no place
  List<Busy> read(Collection<String> files, ZoneId zone) throws FetchFailure {
    for (String file : files) {
      List<ICalendar> calendars =
          Biweekly.parse(file).defaultTimezone(TimeZone.getTimeZone(zone(file, zone))).all();
      if (calendars.isEmpty()) {
        throw new FetchFailure(Problem.NOT_A_CALENDAR, "no calendar in it");
      }
      for (ICalendar calendar : calendars) {
        add(calendar, zone(file, zone));
      }
    }
    List<Busy> merged = Busy.merged(all);
    return merged.size() > MOST ? merged.subList(0, MOST) : merged;
  }

  /// A calendar may say its own place.
  private static ZoneId zone(String file, ZoneId otherwise) {
    int start = file.indexOf("\n" + ZONE + ":");
    if (start < 0) {
      return otherwise;
    }
    String rest = file.substring(start + ZONE.length() + 2);
    String name = rest.lines().findFirst().orElse("").strip();
    return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : otherwise;
  }

  private void add(ICalendar calendar, ZoneId zone) throws FetchFailure {
    events += calendar.getEvents().size();
    if (events > MOST_EVENTS) {
      throw new FetchFailure(Problem.TOO_LARGE, "more than " + MOST_EVENTS + " events");
    }
    Set<String> moved = new HashSet<>();
    for (VEvent event : calendar.getEvents()) {
      RecurrenceId instead = event.getRecurrenceId();
      if (instead != null && instead.getValue() != null) {
        moved.add(EventTimes.key(event, instead.getValue()));
      }
    }
    for (VEvent event : calendar.getEvents()) {
      if (rules.counts(event)) {
        new EventTimes(calendar, event, zone).between(from, to, moved).forEach(this::add);
      }
    }
    for (VFreeBusy free : calendar.getFreeBusies()) {
      add(free);
    }
  }

  private void add(VFreeBusy component) {
    for (FreeBusy times : component.getFreeBusy()) {
      if (FreeBusyType.FREE.equals(times.getType())) {
        continue;
      }
      for (Period period : times.getValues()) {
        if (period.getStartDate() != null) {
          Instant start = period.getStartDate().toInstant();
          add(new Busy(start, end(period, start)));
        }
      }
    }
  }

  private static Instant end(Period period, Instant start) {
    if (period.getEndDate() != null) {
      return period.getEndDate().toInstant();
    }
    return period.getDuration() == null ? start : start.plusMillis(period.getDuration().toMillis());
  }

  private void add(Busy busy) {
    if (busy.start().isBefore(to) && busy.end().isAfter(from) && busy.end().isAfter(busy.start())) {
      all.add(busy);
    }
  }

  /// Which events keep somebody busy.
  private record EventRules(Set<String> own) {
    private static final Set<String> FREE = Set.of("FREE", "WORKINGELSEWHERE");

    boolean counts(VEvent event) {
      boolean free = event.getTransparency() != null && event.getTransparency().isTransparent();
      boolean cancelled = event.getStatus() != null && event.getStatus().isCancelled();
      RawProperty outlook = event.getExperimentalProperty("X-MICROSOFT-CDO-BUSYSTATUS");
      return !free
          && !cancelled
          && (outlook == null || !FREE.contains(outlook.getValue()))
          && event.getDateStart() != null
          && event.getDateStart().getValue() != null
          && !EventTimes.isOurs(event)
          && !isDeclined(event);
    }

    private boolean isDeclined(VEvent event) {
      return event.getAttendees().stream()
          .anyMatch(
              one ->
                  one.getEmail() != null
                      && own.stream().anyMatch(one.getEmail()::equalsIgnoreCase)
                      && biweekly.parameter.ParticipationStatus.DECLINED.equals(
                          one.getParticipationStatus()));
    }
  }
}
