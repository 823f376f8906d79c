package dev.optima.protocol.quality;

import dev.optima.protocol.quality.EModel.Codec;
import org.jspecify.annotations.Nullable;

/// How good a call is for one participant, 1.0 (bad) to 5.0. Two thirds are the sound, by the
/// E-model, one third is the picture: without it one still talks.
///
/// @param total null if nothing is known of either
/// @param audio null if nothing is known of the sound
/// @param video null if there is no picture
public record CallScore(@Nullable Double total, @Nullable Double audio, @Nullable Double video) {
  /// Nothing was measured.
  public static final CallScore NONE = new CallScore(null, null, null);

  /// A frame of 20 ms and the 6.5 ms that Opus looks ahead (RFC 6716, 2.1.4 and 4.2).
  private static final double CODEC_DELAY = 26.5;

  /// Of a time of some seconds.
  public static CallScore of(Measured sample) {
    return of(audio(sample), VideoScore.of(sample));
  }

  /// Of both together.
  public static CallScore of(@Nullable Double audio, @Nullable Double video) {
    if (audio == null || video == null) {
      return new CallScore(audio == null ? video : audio, audio, video);
    }
    return new CallScore((2 * audio + video) / 3, audio, video);
  }

  /// The sound, by the E-model. The delay is half the round trip, the jitter buffer and the codec,
  /// as far as known. What had to be made up is what one hears of the losses, whatever mended the
  /// others; where a browser does not say it, the losses of the line count, and that Opus mends
  /// some.
  private static @Nullable Double audio(Measured sample) {
    Double concealed = sample.concealed();
    Double lost = sample.audioLoss() == null ? sample.loss() : sample.audioLoss();
    Double rtt = sample.rtt();
    if (concealed == null && lost == null && rtt == null) {
      return null;
    }
    double delay = CODEC_DELAY + 500 * known(rtt) + 1000 * known(sample.buffer());
    double rating =
        concealed == null
            ? EModel.rating(delay, known(lost), 1, Codec.OPUS_FEC)
            : EModel.rating(delay, concealed, 1, Codec.OPUS);
    return EModel.score(rating);
  }

  private static double known(@Nullable Double value) {
    return value == null ? 0 : value;
  }
}
