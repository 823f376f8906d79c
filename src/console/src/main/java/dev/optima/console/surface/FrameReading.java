package dev.optima.console.surface;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality.Limit;
import org.jspecify.annotations.Nullable;

/// What `RTCPeerConnection.getStats` said inside a provider's frame, as the page's own reading of
/// its connections is (`quality.js`), so that one code judges both. All counts go up only. It comes
/// from a page that is not ours: whatever no connection can have is refused.
///
/// @param at milliseconds since 1970
/// @param rtt seconds; null until it is known, as are `jitter` and `fps`
/// @param received packets
/// @param lost packets
/// @param decoded pictures of the largest that is received, as are all counts of pictures
/// @param width of the largest picture that is received, in pixels; 0 while there is none
/// @param sent null while no picture is sent
/// @param connected whether the connection is up
/// @param relayed whether it goes through a TURN server; null if not known, as is all that follows
/// @param audioReceived packets
/// @param audioLost packets
/// @param videoReceived packets
/// @param concealed samples of sound that were made up, silence not counted
/// @param samples of sound
/// @param buffered seconds that all of `emitted` waited in the jitter buffer
/// @param emitted samples of sound
/// @param frozen seconds that the picture stood still
/// @param dropped pictures that were not shown
/// @param frames pictures that came
/// @param encoded pictures that were sent
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
    boolean connected,
    @Nullable Boolean relayed,
    @Nullable Long audioReceived,
    @Nullable Long audioLost,
    @Nullable Long videoReceived,
    @Nullable Long concealed,
    @Nullable Long samples,
    @Nullable Double buffered,
    @Nullable Long emitted,
    @Nullable Double frozen,
    @Nullable Long dropped,
    @Nullable Long frames,
    @Nullable Long encoded) {
  /// As far as JavaScript counts.
  private static final double MOST = 1L << 53;

  private static final double LONGEST_SECONDS = 3_600;
  private static final double FASTEST = 1_000;
  private static final int WIDEST = 1 << 15;

  public FrameReading {
    for (long count : new long[] {at, received, lost, bytes, decoded}) {
      within(count, MOST);
    }
    for (Number count :
        new @Nullable Number[] {
          audioReceived,
          audioLost,
          videoReceived,
          concealed,
          samples,
          buffered,
          emitted,
          frozen,
          dropped,
          frames,
          encoded
        }) {
      within(count, MOST);
    }
    within(width, WIDEST);
    within(height, WIDEST);
    within(rtt, LONGEST_SECONDS);
    within(jitter, LONGEST_SECONDS);
    within(fps, FASTEST);
  }

  /// What every browser says.
  public FrameReading(
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
    this(
        at, rtt, received, lost, bytes, jitter, decoded, width, height, fps, sent, connected, null,
        null, null, null, null, null, null, null, null, null, null, null);
  }

  /// What is sent.
  ///
  /// @param available bits a second that the line is believed to carry; null where not known, as
  ///   are the others
  /// @param fps pictures a second
  /// @param limited what keeps the picture small
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Sent(@Nullable Double available, @Nullable Double fps, @Nullable Limit limited) {
    public Sent {
      within(available, MOST);
      within(fps, FASTEST);
    }
  }

  private static void within(@Nullable Number value, double most) {
    if (value != null && !(value.doubleValue() >= 0 && value.doubleValue() <= most)) {
      throw new IllegalArgumentException("not a figure of a connection");
    }
  }
}
