package dev.optima.protocol.quality;

import dev.optima.protocol.message.ClientMessage.VideoCallQuality.Limit;
import dev.optima.protocol.rest.CallQuality.Cause;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// What is bad in a sample, and how bad it was.
final class Symptoms {
  /// From here on the bars are two or less.
  private static final double LOSSY = 0.03;

  private static final double LATE = 0.3;

  /// More than the jitter buffer of a browser takes up without being heard.
  private static final double UNEVEN = 0.05;

  /// A fifth of what a picture of 720 lines takes.
  private static final double NARROW = 500_000;

  private static final double STUTTERING = 12;
  private static final double NOT_SHOWN = 0.15;
  private static final double STANDING = 0.1;

  /// How many of the bad samples are less bad than what is called typical.
  private static final double MOST = 0.9;

  private Symptoms() {}

  static Set<Cause> of(Measured s) {
    Set<Cause> found = EnumSet.noneOf(Cause.class);
    boolean lossy = atLeast(lost(s), LOSSY);
    add(found, Cause.LOSS, lossy);
    add(found, Cause.DELAY, atLeast(s.rtt(), LATE));
    add(found, Cause.JITTER, atLeast(s.jitter(), UNEVEN));
    add(found, Cause.BANDWIDTH, s.limited() == Limit.BANDWIDTH && below(s.available(), NARROW));
    add(found, Cause.SLOW_COMPUTER, isSlow(s, lossy));
    add(found, Cause.FROZEN, found.isEmpty() && atLeast(s.frozen(), STANDING));
    return found;
  }

  /// A computer that cannot encode what it sends, or show what it received whole.
  private static boolean isSlow(Measured s, boolean lossy) {
    return (s.limited() == Limit.CPU && below(s.sentFps(), STUTTERING))
        || (!lossy && atLeast(s.dropped(), NOT_SHOWN));
  }

  /// Of the worse of the two, sound and everything together.
  private static @Nullable Double lost(Measured s) {
    Double audio = s.audioLoss();
    Double all = s.loss();
    if (audio == null) {
      return all;
    }
    return all == null ? audio : Double.valueOf(Math.max(audio, all));
  }

  private static void add(Set<Cause> found, Cause cause, boolean is) {
    if (is) {
      found.add(cause);
    }
  }

  private static boolean atLeast(@Nullable Double value, double bound) {
    return value != null && value >= bound;
  }

  private static boolean below(@Nullable Double value, double bound) {
    return value != null && value < bound;
  }

  /// The figure that nine of ten bad samples stay under; of a bandwidth, over. Null where a cause
  /// has none.
  static @Nullable Double typical(Cause cause, List<Measured> bad) {
    return switch (cause) {
      case LOSS -> percentile(bad.stream().map(Symptoms::lost).toList(), MOST);
      case DELAY -> percentile(bad.stream().map(Measured::rtt).toList(), MOST);
      case JITTER -> percentile(bad.stream().map(Measured::jitter).toList(), MOST);
      case BANDWIDTH -> percentile(bad.stream().map(Measured::available).toList(), 1 - MOST);
      case FROZEN -> percentile(bad.stream().map(Measured::frozen).toList(), MOST);
      case SLOW_COMPUTER, BROKEN -> null;
    };
  }

  private static @Nullable Double percentile(List<@Nullable Double> values, double part) {
    double[] known =
        values.stream()
            .filter(Objects::nonNull)
            .flatMapToDouble(DoubleStream::of)
            .sorted()
            .toArray();
    return known.length == 0 ? null : known[(int) Math.round((known.length - 1) * part)];
  }
}
