package dev.optima.backend.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// A stretch of time in which somebody is busy.
record Busy(Instant start, Instant end) {

  /// The same times without overlaps, in their order.
  static List<Busy> merged(Collection<Busy> times) {
    List<Busy> merged = new ArrayList<>();
    for (Busy next : times.stream().sorted(Comparator.comparing(Busy::start)).toList()) {
      Busy last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || next.start().isAfter(last.end())) {
        merged.add(next);
      } else if (next.end().isAfter(last.end())) {
        merged.set(merged.size() - 1, new Busy(last.start(), next.end()));
      }
    }
    return merged;
  }
}
