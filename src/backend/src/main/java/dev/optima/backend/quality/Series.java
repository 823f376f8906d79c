package dev.optima.backend.quality;

import dev.optima.backend.quality.ReportStore.Report;
import dev.optima.protocol.quality.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What one person measured in a call, in steps of equal length: five seconds, doubled as often as
/// it takes to have 240 steps or fewer. Values are rounded as [Figure] says, so that a series is
/// the same before and after it is packed.
///
/// @param begin of the first step
/// @param doublings of five seconds
/// @param samples in order of time; a step in which nothing was reported has none
record Series(Instant begin, int doublings, List<Slot> samples) {
  static final int MOST = 240;
  static final Duration STEP = Duration.ofSeconds(5);

  /// One step.
  ///
  /// @param at counted from 0
  record Slot(int at, Measured measured) {}

  Series {
    samples = List.copyOf(samples);
  }

  /// @param reports at least one, in order of time
  static Series of(List<Report> reports) {
    Instant first = reports.getFirst().at();
    int doublings = 0;
    while (place(first, reports.getLast()) >> doublings >= MOST) {
      doublings++;
    }
    var slots = new TreeMap<Integer, List<Measured>>();
    for (Report report : reports) {
      int slot = place(first, report) >> doublings;
      slots.computeIfAbsent(slot, at -> new ArrayList<>()).add(report.measured());
    }
    return new Series(
        first.minus(STEP),
        doublings,
        slots.entrySet().stream()
            .map(e -> new Slot(e.getKey(), Figure.rounded(Means.of(e.getValue()))))
            .toList());
  }

  /// To the nearest step: reports come a little early or late, and none is to leave a gap by that.
  private static int place(Instant first, Report report) {
    long millis = Duration.between(first, report.at()).toMillis();
    return (int) Math.round(millis / (double) STEP.toMillis());
  }

  /// Seconds that a sample stands for.
  int step() {
    return (int) STEP.toSeconds() << doublings;
  }

  /// The beginning of a sample.
  Instant at(Slot slot) {
    return begin.plusSeconds((long) slot.at() * step());
  }

  List<Measured> measured() {
    return samples.stream().map(Slot::measured).toList();
  }
}
