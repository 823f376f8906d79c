package dev.optima.backend.quality;

import dev.optima.protocol.message.ClientMessage.VideoCallQuality.Limit;
import dev.optima.protocol.quality.Measured;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of packed samples, and to what it is rounded. Their order is that of the packed form.
enum Figure {
  /// To a millisecond.
  RTT(Measured::rtt, 1_000, 1),
  /// To a thousandth, as all shares are.
  LOSS(Measured::loss, 1_000, 1),
  /// To a tenth of a millisecond.
  JITTER(Measured::jitter, 10_000, 1),
  /// To a kilobit a second.
  BITRATE(Measured::bitrate, 1, 1_000),
  /// To a tenth.
  FPS(Measured::fps, 10, 1),
  WIDTH(m -> real(m.width()), 1, 1),
  HEIGHT(m -> real(m.height()), 1, 1),
  AUDIO_LOSS(Measured::audioLoss, 1_000, 1),
  CONCEALED(Measured::concealed, 1_000, 1),
  /// To a millisecond.
  BUFFER(Measured::buffer, 1_000, 1),
  FROZEN(Measured::frozen, 1_000, 1),
  DROPPED(Measured::dropped, 1_000, 1),
  /// To a tenth.
  SENT_FPS(Measured::sentFps, 10, 1),
  /// To a kilobit a second.
  AVAILABLE(Measured::available, 1, 1_000),
  /// By its place among the values.
  LIMITED(m -> m.limited() == null ? null : (double) m.limited().ordinal(), 1, 1);

  private final Function<Measured, @Nullable Double> value;
  private final double parts;
  private final double unit;

  /// @param parts into how many parts one is divided
  /// @param unit how many are one
  Figure(Function<Measured, @Nullable Double> value, double parts, double unit) {
    this.value = value;
    this.parts = parts;
    this.unit = unit;
  }

  @Nullable Double of(Measured measured) {
    return value.apply(measured);
  }

  /// In whole parts or units.
  long rounded(double value) {
    return Math.round(value * parts / unit);
  }

  double exact(long rounded) {
    return rounded * unit / parts;
  }

  private static @Nullable Double real(@Nullable Integer whole) {
    return whole == null ? null : Double.valueOf(whole);
  }

  /// The figures in the order of this.
  static Measured measured(@Nullable Double[] v) {
    return new Measured(
        v[RTT.ordinal()],
        v[LOSS.ordinal()],
        v[JITTER.ordinal()],
        v[BITRATE.ordinal()],
        v[FPS.ordinal()],
        whole(v[WIDTH.ordinal()]),
        whole(v[HEIGHT.ordinal()]),
        v[AUDIO_LOSS.ordinal()],
        v[CONCEALED.ordinal()],
        v[BUFFER.ordinal()],
        v[FROZEN.ordinal()],
        v[DROPPED.ordinal()],
        v[SENT_FPS.ordinal()],
        v[AVAILABLE.ordinal()],
        limit(v[LIMITED.ordinal()]));
  }

  /// As it is after packing and unpacking.
  static Measured rounded(Measured measured) {
    var values = new @Nullable Double[values().length];
    for (Figure figure : values()) {
      Double value = figure.of(measured);
      values[figure.ordinal()] = value == null ? null : figure.exact(figure.rounded(value));
    }
    return measured(values);
  }

  private static @Nullable Integer whole(@Nullable Double real) {
    return real == null ? null : real.intValue();
  }

  private static @Nullable Limit limit(@Nullable Double place) {
    return place == null
        ? null
        : Limit.values()[Objects.checkIndex(place.intValue(), Limit.values().length)];
  }
}
