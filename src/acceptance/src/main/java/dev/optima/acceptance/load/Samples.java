package dev.optima.acceptance.load;

import java.util.Arrays;

/// Measured spans, in nanoseconds, kept one by one: quantiles are exact.
final class Samples {
  private long[] values = new long[1 << 14];
  private int count;

  void add(long value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
    }
    values[count++] = value;
  }

  int count() {
    return count;
  }

  /// The value below which the share `p` of all lies, in microseconds; NaN if there is none.
  double micros(double p) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1, Math.floor(p * count))] / 1e3;
  }
}
