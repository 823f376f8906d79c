package dev.optima.protocol.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A STUN or TURN server, in the form of WebRTC's `RTCIceServer`.
///
/// @param credential for TURN: time-limited (draft-uberti-behave-turn-rest), bound to the person
public record IceServer(List<String> urls, @Nullable String username, @Nullable String credential) {
  public IceServer {
    urls = List.copyOf(urls);
  }

  /// Never prints the credential.
  @Override
  public String toString() {
    return "IceServer" + urls;
  }
}
