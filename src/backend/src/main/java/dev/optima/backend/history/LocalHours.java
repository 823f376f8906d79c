package dev.optima.backend.history;

import dev.optima.backend.history.CallFilter.HourOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The condition on an hour of the week of some place, on a row that has the hour of the week in
/// UTC. Where the clocks change, each stretch of time has its own hours; where they are half an
/// hour off, the minutes are looked at too.
final class LocalHours {
  private static final int HOUR = 3_600;

  private final HourOfWeek time;
  private final List<Stretch> stretches;

  /// A time in which the clocks do not change.
  private record Stretch(Instant from, Instant to, ZoneOffset offset) {}

  /// @param from no call was placed before
  /// @param to no call is placed after
  LocalHours(HourOfWeek time, Instant from, Instant to) {
    this.time = time;
    this.stretches = stretches(time.zone().getRules(), from, to);
  }

  private static List<Stretch> stretches(ZoneRules rules, Instant from, Instant to) {
    List<Stretch> all = new ArrayList<>();
    Instant start = from;
    for (ZoneOffsetTransition next = rules.nextTransition(from);
        next != null && next.getInstant().isBefore(to);
        next = rules.nextTransition(next.getInstant())) {
      all.add(new Stretch(start, next.getInstant(), next.getOffsetBefore()));
      start = next.getInstant();
    }
    all.add(new Stretch(start, to, rules.getOffset(start)));
    return all;
  }

  /// The hours of the week in UTC that may fit.
  Set<Integer> hours() {
    Set<Integer> hours = new TreeSet<>();
    stretches.forEach(stretch -> hours.addAll(hours(stretch.offset())));
    return hours;
  }

  /// The condition, for an index on the hour.
  String coarse() {
    return "h.week_hour IN " + list(hours());
  }

  /// The rest of it; empty if [#coarse] is all.
  String fine() {
    if (stretches.size() == 1 && isWhole(stretches.getFirst().offset())) {
      return "";
    }
    return stretches.stream().map(this::condition).collect(Collectors.joining(" OR ", "(", ")"));
  }

  private String condition(Stretch stretch) {
    String within = "h.week_hour IN " + list(hours(stretch.offset()));
    int index = stretches.indexOf(stretch);
    if (index > 0) {
      within += " AND h.created_at >= " + stretch.from().toEpochMilli();
    }
    if (index < stretches.size() - 1) {
      within += " AND h.created_at < " + stretch.to().toEpochMilli();
    }
    return isWhole(stretch.offset()) ? within : within + " AND " + exact(stretch.offset());
  }

  private String exact(ZoneOffset offset) {
    long shift = Duration.ofSeconds(offset.getTotalSeconds()).toMillis();
    String local = "((h.created_at + " + shift + ") / 3600000 + " + HistoryKeys.THURSDAY + ")";
    List<String> all = new ArrayList<>();
    if (time.weekday() != null) {
      all.add("(" + local + " % 168) / 24 = " + (time.weekday() - 1));
    }
    if (time.hour() != null) {
      all.add(local + " % 24 = " + time.hour());
    }
    return String.join(" AND ", all);
  }

  private static boolean isWhole(ZoneOffset offset) {
    return offset.getTotalSeconds() % HOUR == 0;
  }

  /// The hours of the week in UTC that touch one that is asked for.
  private Set<Integer> hours(ZoneOffset offset) {
    Set<Integer> hours = new TreeSet<>();
    for (int local = 0; local < HistoryKeys.WEEK; local++) {
      if (fits(local)) {
        int start = local * HOUR - offset.getTotalSeconds();
        hours.add(hour(start));
        hours.add(hour(start + HOUR - 1));
      }
    }
    return hours;
  }

  private static int hour(int seconds) {
    return Math.floorMod(Math.floorDiv(seconds, HOUR), HistoryKeys.WEEK);
  }

  private boolean fits(int local) {
    return (time.weekday() == null || local / 24 == time.weekday() - 1)
        && (time.hour() == null || local % 24 == time.hour());
  }

  private static String list(Set<Integer> hours) {
    return hours.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
