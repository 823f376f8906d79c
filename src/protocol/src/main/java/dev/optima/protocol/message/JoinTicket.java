package dev.optima.protocol.message;

import dev.optima.protocol.id.CallId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one participant needs to enter the room of a call; each gets their own, for each join.
///
/// @param provider `direct`, `jitsi`, `jaas` or `link`
/// @param joinUrl the call page, with the ticket in the fragment, so that no log has it
/// @param jitsiRoomName the bare name of the room on a Jitsi server
/// @param jwtToken opens that room once, within minutes; null where the server asks for none
/// @param jitsi how the call page finds that room
/// @param linkUrl with `link`: what is opened beside the call page
/// @param fallback whether those in the call may go on over the built-in provider instead
public record JoinTicket(
    CallId callId,
    String provider,
    String joinUrl,
    @Nullable String jitsiRoomName,
    @Nullable String jwtToken,
    @Nullable List<IceServer> iceServers,
    @Nullable JitsiRoom jitsi,
    @Nullable String linkUrl,
    boolean fallback) {

  /// Into a call of the built-in provider.
  public static JoinTicket direct(CallId callId, String joinUrl, List<IceServer> iceServers) {
    return new JoinTicket(callId, "direct", joinUrl, null, null, iceServers, null, null, false);
  }

  /// Never prints the URL or the token.
  @Override
  public String toString() {
    return "JoinTicket[" + callId + ", " + provider + "]";
  }
}
