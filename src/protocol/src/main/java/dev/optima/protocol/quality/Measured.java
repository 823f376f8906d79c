package dev.optima.protocol.quality;

import dev.optima.protocol.message.ClientMessage.VideoCallQuality;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality.Limit;
import org.jspecify.annotations.Nullable;

/// What one participant measured in a time of some seconds, as [VideoCallQuality] says it; what was
/// not known is null.
public record Measured(
    @Nullable Double rtt,
    @Nullable Double loss,
    @Nullable Double jitter,
    @Nullable Double bitrate,
    @Nullable Double fps,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Double audioLoss,
    @Nullable Double concealed,
    @Nullable Double buffer,
    @Nullable Double frozen,
    @Nullable Double dropped,
    @Nullable Double sentFps,
    @Nullable Double available,
    @Nullable Limit limited) {
  private static final Measured NOTHING =
      new Measured(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  public static Measured of(VideoCallQuality q) {
    return new Measured(
        q.rtt(),
        q.loss(),
        q.jitter(),
        q.bitrate(),
        q.fps(),
        q.width(),
        q.height(),
        q.audioLoss(),
        q.concealed(),
        q.buffer(),
        q.frozen(),
        q.dropped(),
        q.sentFps(),
        q.available(),
        q.limited());
  }

  /// Whether nothing is known at all.
  public boolean isEmpty() {
    return equals(NOTHING);
  }
}
