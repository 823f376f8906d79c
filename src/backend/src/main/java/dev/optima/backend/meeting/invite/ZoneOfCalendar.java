package dev.optima.backend.meeting.invite;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/// The `VTIMEZONE` of a place (RFC 5545, 3.6.5), from the rules of this JVM, so that mail and
/// calendar never differ. A place whose clocks change by rule gets one observance for each half of
/// the year, as Outlook wants it; any other each change by itself.
final class ZoneOfCalendar {
  /// From when the rules are said to hold: clients look for the last onset before an event.
  private static final int SINCE = 1970;

  private static final Duration AROUND = Duration.ofDays(366);
  private static final int LAST_WEEK = -1;

  private ZoneOfCalendar() {}

  /// As it holds for events from `first` to `last`.
  static VTimezone of(ZoneId zone, Instant first, Instant last) {
    ZoneRules rules = zone.getRules();
    var component = new VTimezone(zone.getId());
    Instant from = first.minus(AROUND);
    Instant to = last.plus(AROUND);
    List<Observance> observances =
        isByRule(rules, from, to) ? byRule(rules) : oneByOne(rules, from, to);
    for (Observance observance : observances) {
      component.addComponent(observance);
    }
    return component;
  }

  /// Whether in this time clocks change as the rules say, and not otherwise.
  private static boolean isByRule(ZoneRules rules, Instant from, Instant to) {
    List<ZoneOffsetTransitionRule> yearly = rules.getTransitionRules();
    boolean byRule = yearly.size() == 2 && yearly.stream().allMatch(ZoneOfCalendar::isNthDay);
    ZoneOffsetTransition next = rules.nextTransition(from);
    while (byRule && next != null && next.getInstant().isBefore(to)) {
      ZoneOffsetTransition change = next;
      int year = change.getDateTimeBefore().getYear();
      byRule = yearly.stream().anyMatch(rule -> rule.createTransition(year).equals(change));
      next = rules.nextTransition(change.getInstant());
    }
    return byRule;
  }

  /// Whether it can be said as "the second Sunday" or "the last Sunday".
  private static boolean isNthDay(ZoneOffsetTransitionRule rule) {
    int day = rule.getDayOfMonthIndicator();
    return rule.getDayOfWeek() != null && (day == LAST_WEEK || (day > 0 && day % 7 == 1));
  }

  private static List<Observance> byRule(ZoneRules rules) {
    List<Observance> all = new ArrayList<>();
    for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
      ZoneOffsetTransition onset = rule.createTransition(SINCE);
      Observance observance = observance(rule.getStandardOffset(), onset);
      int day = rule.getDayOfMonthIndicator();
      int nth = day == LAST_WEEK ? LAST_WEEK : (day - 1) / 7 + 1;
      observance.setRecurrenceRule(
          new Recurrence.Builder(Frequency.YEARLY)
              .byMonth(rule.getMonth().getValue())
              .byDay(nth, DayOfWeek.valueOf(rule.getDayOfWeek().name()))
              .build());
      all.add(observance);
    }
    return all;
  }

  private static List<Observance> oneByOne(ZoneRules rules, Instant from, Instant to) {
    List<Observance> all = new ArrayList<>();
    ZoneOffset before = rules.getOffset(from);
    var always = rules.isDaylightSavings(from) ? new DaylightSavingsTime() : new StandardTime();
    fill(always, LocalDateTime.of(SINCE, 1, 1, 0, 0), before, before);
    all.add(always);
    ZoneOffsetTransition next = rules.nextTransition(from);
    while (next != null && next.getInstant().isBefore(to)) {
      all.add(observance(rules.getStandardOffset(next.getInstant()), next));
      next = rules.nextTransition(next.getInstant());
    }
    return all;
  }

  private static Observance observance(ZoneOffset standard, ZoneOffsetTransition onset) {
    boolean summer = onset.getOffsetAfter().getTotalSeconds() > standard.getTotalSeconds();
    Observance observance = summer ? new DaylightSavingsTime() : new StandardTime();
    fill(observance, onset.getDateTimeBefore(), onset.getOffsetBefore(), onset.getOffsetAfter());
    return observance;
  }

  private static void fill(
      Observance observance, LocalDateTime onset, ZoneOffset before, ZoneOffset after) {
    observance.setDateStart(
        new DateTimeComponents(
            onset.getYear(),
            onset.getMonthValue(),
            onset.getDayOfMonth(),
            onset.getHour(),
            onset.getMinute(),
            onset.getSecond(),
            false));
    observance.setTimezoneOffsetFrom(offset(before));
    observance.setTimezoneOffsetTo(offset(after));
  }

  private static UtcOffset offset(ZoneOffset offset) {
    return new UtcOffset(Duration.ofSeconds(offset.getTotalSeconds()).toMillis());
  }
}
