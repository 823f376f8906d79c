package dev.optima.protocol.message;

import dev.optima.protocol.id.CallId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one participant needs to enter the room of a call; each gets their own, for each join.
///
/// @param provider `direct`, `jitsi`, `jaas` or `link`
/// @param joinUrl the call page, with the ticket in the fragment, so that no log has it
public record JoinTicket(
    CallId callId,
    String provider,
    String joinUrl,
    @Nullable String jitsiRoomName,
    @Nullable String jwtToken,
    @Nullable List<IceServer> iceServers) {
  /// Never prints the URL or the token.
  @Override
  public String toString() {
    return "JoinTicket[" + callId + ", " + provider + "]";
  }
}
