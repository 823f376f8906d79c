package dev.optima.backend.quality;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality;
import org.jspecify.annotations.Nullable;

/// A checked report of what somebody's browser measured.
record CheckedReport(VideoCallQuality report) {
  private static final double MAX_SECONDS = 3_600;
  private static final double MAX_BITRATE = 1e10;
  private static final double MAX_FPS = 1_000;
  private static final int MAX_PIXELS = 16_384;

  CheckedReport {
    check("rtt", report.rtt(), MAX_SECONDS);
    check("loss", report.loss(), 1);
    check("jitter", report.jitter(), MAX_SECONDS);
    check("bitrate", report.bitrate(), MAX_BITRATE);
    check("fps", report.fps(), MAX_FPS);
    check("width", real(report.width()), MAX_PIXELS);
    check("height", real(report.height()), MAX_PIXELS);
    check("audio_loss", report.audioLoss(), 1);
    check("concealed", report.concealed(), 1);
    check("buffer", report.buffer(), MAX_SECONDS);
    check("frozen", report.frozen(), 1);
    check("dropped", report.dropped(), 1);
    check("sent_fps", report.sentFps(), MAX_FPS);
    check("available", report.available(), MAX_BITRATE);
  }

  private static @Nullable Double real(@Nullable Integer whole) {
    return whole == null ? null : Double.valueOf(whole);
  }

  private static void check(String field, @Nullable Double value, double most) {
    if (value != null && !(value >= 0 && value <= most)) {
      throw Refusal.invalid(field, field + " is between 0 and " + most);
    }
  }
}
