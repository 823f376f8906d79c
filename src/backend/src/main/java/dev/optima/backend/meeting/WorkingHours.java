package dev.optima.backend.meeting;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/// When somebody can be met, in a time zone.
///
/// @param to when the last meeting has to be over
public record WorkingHours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {

  public WorkingHours {
    days = Set.copyOf(days);
  }

  /// Of the team: Monday to Friday, 9 to 18.
  public static WorkingHours ofTeam(ZoneId zone) {
    return new WorkingHours(
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        LocalTime.of(9, 0),
        LocalTime.of(18, 0),
        zone);
  }

  /// Of an applicant: any day, 8 to 20.
  public static WorkingHours ofApplicant(ZoneId zone) {
    return new WorkingHours(
        EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 0), LocalTime.of(20, 0), zone);
  }

  /// Whether all of `[start, end)` lies in them, on one day.
  boolean hold(Instant start, Instant end) {
    LocalDate day = start.atZone(zone).toLocalDate();
    return days.contains(day.getDayOfWeek())
        && !start.isBefore(day.atTime(from).atZone(zone).toInstant())
        && !end.isAfter(day.atTime(to).atZone(zone).toInstant());
  }
}
