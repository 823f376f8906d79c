package dev.optima.protocol.quality;

import org.jspecify.annotations.Nullable;

/// The four bars, by the thresholds of the call page (`quality.js`, `bars`); one table tests both.
/// They are as bad as the worst of what is known of the way and of what came over it: a short way
/// without losses is no good call to whoever sees the picture stand still.
public final class QualityBars {
  private static final int MOST = 4;

  private QualityBars() {}

  /// 4 is as good as it gets, 1 is hardly usable, 0 is nothing known.
  public static int of(Measured sample) {
    if (sample.rtt() == null
        && sample.loss() == null
        && sample.frozen() == null
        && sample.concealed() == null) {
      return 0;
    }
    int way = Math.min(bars(sample.rtt(), 0.15, 0.3, 0.5), bars(sample.loss(), 0.01, 0.03, 0.08));
    int seen = bars(sample.frozen(), 0.05, 0.15, 0.4);
    int heard = bars(sample.concealed(), 0.02, 0.05, 0.12);
    return Math.min(way, Math.min(seen, heard));
  }

  /// @param good below it are all four bars, and so on
  private static int bars(@Nullable Double value, double good, double fair, double poor) {
    if (value == null || value < good) {
      return MOST;
    }
    if (value < fair) {
      return 3;
    }
    return value < poor ? 2 : 1;
  }
}
