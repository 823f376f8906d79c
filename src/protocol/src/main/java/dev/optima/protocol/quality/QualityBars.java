package dev.optima.protocol.quality;

import dev.optima.protocol.rest.CallQuality;
import org.jspecify.annotations.Nullable;

/// The four bars, by the thresholds of the call page (`quality.js`, `bars`); one table tests both.
public final class QualityBars {
  private QualityBars() {}

  /// 4 is as good as it gets, 1 is hardly usable, 0 is no connection, or nothing known.
  ///
  /// @param rtt seconds
  /// @param loss 0 to 1
  public static int of(@Nullable Double rtt, @Nullable Double loss) {
    if (rtt == null && loss == null) {
      return 0;
    }
    double delay = rtt == null ? 0 : rtt;
    double lost = loss == null ? 0 : loss;
    if (delay < 0.15 && lost < 0.01) {
      return 4;
    }
    if (delay < 0.3 && lost < 0.03) {
      return 3;
    }
    return delay < 0.5 && lost < 0.08 ? 2 : 1;
  }

  /// Where nothing came though something was sent, there is no loss to tell of either: that is one
  /// bar, however short the way is.
  public static int of(Measured sample) {
    boolean silent = isAll(sample.frozen()) || isAll(sample.concealed());
    return sample.loss() == null && silent ? 1 : of(sample.rtt(), sample.loss());
  }

  private static boolean isAll(@Nullable Double share) {
    return share != null && share >= 1;
  }

  public static int of(CallQuality.Sample sample) {
    return of(sample.rtt(), sample.loss());
  }
}
