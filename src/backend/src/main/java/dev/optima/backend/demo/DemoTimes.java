package dev.optima.backend.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Who is taken in which hour, so that nobody is in two calls at once.
final class DemoTimes {
  private final Set<String> taken = new HashSet<>();

  /// Takes the hour for all of them; false if one of them is taken.
  boolean take(Instant at, String... who) {
    List<String> hours = hours(at, who);
    return hours.stream().noneMatch(taken::contains) && taken.addAll(hours);
  }

  private static List<String> hours(Instant at, String... who) {
    return Stream.of(who).map(one -> one + at.truncatedTo(ChronoUnit.HOURS)).toList();
  }

  /// Takes what the script says of somebody.
  void take(DemoScript.Person person) {
    for (DemoScript.Deed deed : person.deeds()) {
      taken.addAll(hours(deed.at(), person.recruiter(), person.email()));
      if (deed instanceof DemoScript.Planned plan) {
        take(plan, plan.time(), person);
        take(plan, plan.time().plus(plan.minutes(), ChronoUnit.MINUTES), person);
      }
    }
  }

  private void take(DemoScript.Planned plan, Instant at, DemoScript.Person person) {
    taken.addAll(hours(at, person.recruiter(), person.email()));
    plan.others().forEach(other -> taken.addAll(hours(at, other)));
  }

  /// The workdays before that time, the first one first.
  static List<LocalDate> workdaysBefore(Instant now, int count) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
    while (days.size() < count) {
      day = day.minusDays(1);
      if (!isWeekend(day)) {
        days.addFirst(day);
      }
    }
    return days;
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
