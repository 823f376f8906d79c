package dev.optima.backend.analytics;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How often each value occurs: enough for exact medians, without the values themselves.
final class Histogram {
  private final TreeMap<Long, Long> counts = new TreeMap<>();
  private long size;

  void add(long value, long times) {
    counts.merge(value, times, Long::sum);
    size += times;
  }

  long size() {
    return size;
  }

  /// The one in the middle; of two in the middle what lies half-way, rounded up.
  @Nullable Long median() {
    if (size == 0) {
      return null;
    }
    return size % 2 == 1
        ? (Long) at(size / 2)
        : (Long) Math.floorDiv(at(size / 2 - 1) + at(size / 2) + 1, 2L);
  }

  /// The least that so much of all does not exceed.
  @Nullable Long quantile(int percent) {
    return size == 0 ? null : (Long) at(Math.ceilDiv(size * percent, 100L) - 1);
  }

  /// How many are in `[from, to)`.
  long between(long from, long to) {
    return counts.subMap(from, to).values().stream().mapToLong(Long::longValue).sum();
  }

  private long at(long index) {
    long passed = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      passed += entry.getValue();
      if (passed > index) {
        return entry.getKey();
      }
    }
    throw new IndexOutOfBoundsException();
  }
}
