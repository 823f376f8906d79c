package dev.optima.protocol.quality;

import static java.lang.Math.clamp;
import static java.lang.Math.exp;
import static java.lang.Math.log;

import org.jspecify.annotations.Nullable;

/// How good a received picture is, 1.0 to 4.5. Built as the video part of ITU-T G.1070 is: the best
/// that the coding allows, times what frame rate and losses leave of it, and times what freezes
/// leave. The coefficients are ours, for faces in a call; ADR 0023 says why these.
///
/// `1 + 3.5 · size · motion · still · whole`
///
/// - size: 0.4 at 90 lines and below, 0.2 more each time they double, 1 from 720 lines on
/// - motion: `exp(−ln²(fps/30) / 2.88)` below 30 frames a second, of which those not shown are off
/// - still: `exp(−3 · frozen)`
/// - whole: `exp(−5 · loss)`
///
/// What is not known takes nothing away.
public final class VideoScore {
  private static final double BEST = 3.5;
  private static final double FULL_FPS = 30;
  private static final double FEWEST_LINES = 90;

  private VideoScore() {}

  /// Null if there is no picture.
  public static @Nullable Double of(Measured sample) {
    Integer width = sample.width();
    Integer height = sample.height();
    if (width == null || height == null || width == 0 || height == 0) {
      return null;
    }
    return 1
        + BEST
            * size(Math.min(width, height))
            * motion(sample.fps(), sample.dropped())
            * exp(-3 * share(sample.frozen()))
            * exp(-5 * share(sample.loss()));
  }

  /// The shorter side counts: a telephone held upright sends as good a picture as one held flat.
  private static double size(int lines) {
    double doubled = log(lines / FEWEST_LINES) / log(2);
    return 0.4 + 0.2 * clamp(doubled, 0, 3);
  }

  private static double motion(@Nullable Double fps, @Nullable Double dropped) {
    if (fps == null) {
      return 1;
    }
    double shown = fps * (1 - share(dropped));
    if (shown >= FULL_FPS) {
      return 1;
    }
    return shown <= 0 ? 0 : exp(-Math.pow(log(shown / FULL_FPS), 2) / 2.88);
  }

  private static double share(@Nullable Double value) {
    return value == null ? 0 : clamp(value, 0, 1);
  }
}
