package dev.optima.console.surface;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What `RTCPeerConnection.getStats` said inside a provider's frame, as the page's own reading of
/// its connections is (`quality.js`), so that one code judges both. All counts go up only. It comes
/// from a page that is not ours: whatever no connection can have is refused.
///
/// @param at milliseconds since 1970
/// @param rtt seconds; null until it is known, as are `jitter` and `fps`
/// @param received packets
/// @param lost packets
/// @param decoded pictures
/// @param width of the largest picture that is received, in pixels; 0 while there is none
/// @param sent null while no picture is sent
/// @param connected whether the connection is up
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FrameReading(
    long at,
    @Nullable Double rtt,
    long received,
    long lost,
    long bytes,
    @Nullable Double jitter,
    long decoded,
    int width,
    int height,
    @Nullable Double fps,
    @Nullable Sent sent,
    boolean connected) {
  /// As far as JavaScript counts.
  private static final double MOST = 1L << 53;

  private static final double LONGEST_SECONDS = 3_600;
  private static final double FASTEST = 1_000;
  private static final int WIDEST = 1 << 15;

  public FrameReading {
    for (long count : new long[] {at, received, lost, bytes, decoded}) {
      within(count, MOST);
    }
    within(width, WIDEST);
    within(height, WIDEST);
    within(rtt, LONGEST_SECONDS);
    within(jitter, LONGEST_SECONDS);
    within(fps, FASTEST);
  }

  /// What is sent.
  ///
  /// @param available bits a second that the line is believed to carry; null where not known
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Sent(@Nullable Double available) {
    public Sent {
      within(available, MOST);
    }
  }

  private static void within(@Nullable Number value, double most) {
    if (value != null && !(value.doubleValue() >= 0 && value.doubleValue() <= most)) {
      throw new IllegalArgumentException("not a figure of a connection");
    }
  }
}
