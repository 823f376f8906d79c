package dev.optima.console.call;

import dev.optima.protocol.call.CallHappening;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A line of a timeline: one thing that happened, or the same again and again.
///
/// @param events in order of time; those that follow the first ones repeat them
/// @param kinds of how many different things it tells: 1, or 2 that take turns
record TimelineEntry(List<CallHappening> events, int kinds) {
  TimelineEntry {
    events = List.copyOf(events);
  }

  CallHappening first() {
    return events.getFirst();
  }

  CallHappening last() {
    return events.getLast();
  }

  /// How often it happened.
  int times() {
    return (events.size() + kinds - 1) / kinds;
  }

  /// Folds what repeats itself: the same thing by the same person, or two that take turns.
  static List<TimelineEntry> of(List<CallHappening> timeline) {
    List<TimelineEntry> entries = new ArrayList<>();
    int at = 0;
    while (at < timeline.size()) {
      int same = run(timeline, at, 1);
      int turns = run(timeline, at, 2);
      boolean byTurns = same < 2 && turns >= 4;
      int count = byTurns ? turns : same;
      entries.add(new TimelineEntry(timeline.subList(at, at + count), byTurns ? 2 : 1));
      at += count;
    }
    return entries;
  }

  /// How many from here on repeat themselves, each after `period` steps.
  private static int run(List<CallHappening> timeline, int from, int period) {
    int end = from + period;
    while (end < timeline.size() && isSame(timeline.get(end), timeline.get(end - period))) {
      end++;
    }
    return Math.min(end, timeline.size()) - from;
  }

  private static boolean isSame(CallHappening one, CallHappening other) {
    return one.kind() == other.kind() && Objects.equals(one.userId(), other.userId());
  }
}
