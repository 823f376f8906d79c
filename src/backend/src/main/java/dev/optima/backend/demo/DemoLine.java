package dev.optima.backend.demo;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality.Limit;
import java.time.Instant;
import java.util.List;

/// What lies between two people of the demo, as a browser would measure it.
enum DemoLine {
  /// As good as it gets.
  GOOD(0.032, 0.001, 0.003, 0.002, 2_400_000, 30, 1280, Limit.NONE),
  /// Somebody's wireless network drops packets.
  LOSSY(0.070, 0.060, 0.018, 0.055, 1_100_000, 22, 960, Limit.BANDWIDTH),
  /// It goes around the world.
  FAR(0.380, 0.006, 0.012, 0.010, 1_600_000, 27, 1280, Limit.NONE),
  /// The line carries too little.
  NARROW(0.160, 0.025, 0.030, 0.020, 260_000, 14, 480, Limit.BANDWIDTH),
  /// A computer cannot keep up.
  SLOW(0.045, 0.002, 0.006, 0.012, 700_000, 9, 640, Limit.CPU),
  /// It breaks, and comes back.
  BROKEN(0.120, 0.045, 0.025, 0.040, 900_000, 20, 960, Limit.BANDWIDTH);

  private static final List<DemoLine> USUAL =
      List.of(GOOD, GOOD, FAR, GOOD, LOSSY, GOOD, SLOW, GOOD, GOOD, NARROW, GOOD, GOOD, BROKEN);

  private final double rtt;
  private final double loss;
  private final double jitter;
  private final double concealed;
  private final double bitrate;
  private final double fps;
  private final int width;
  private final Limit limit;

  DemoLine(
      double rtt,
      double loss,
      double jitter,
      double concealed,
      double bitrate,
      double fps,
      int width,
      Limit limit) {
    this.rtt = rtt;
    this.loss = loss;
    this.jitter = jitter;
    this.concealed = concealed;
    this.bitrate = bitrate;
    this.fps = fps;
    this.width = width;
    this.limit = limit;
  }

  /// That of a call which is placed then.
  static DemoLine at(Instant placed) {
    return USUAL.get((int) (placed.getEpochSecond() / 60 * 31 % USUAL.size()));
  }

  /// Whether the trouble is on the recruiter's side.
  boolean isWithRecruiter() {
    return this == NARROW;
  }

  /// What one side measures, a little better or worse from time to time.
  ///
  /// @param worse whether it is the side with the trouble
  VideoCallQuality report(CallId call, boolean worse, Instant now) {
    double wave =
        1 + 0.25 * Math.sin(now.getEpochSecond() / 47.0) + (now.getEpochSecond() % 7) / 40.0;
    DemoLine felt = worse || this == FAR ? this : GOOD;
    return new VideoCallQuality(
        call,
        Math.max(rtt, felt.rtt) * wave,
        felt.loss * wave,
        felt.jitter * wave,
        felt.bitrate / wave,
        felt.fps / Math.max(1, wave),
        felt.width,
        felt.width * 9 / 16,
        felt.loss * wave,
        felt.concealed * wave,
        0.04 + felt.jitter * wave,
        felt.loss * wave / 3,
        this == SLOW ? 0.2 : 0.01,
        felt.fps,
        felt.bitrate * 1.2,
        worse ? limit : Limit.NONE);
  }
}
