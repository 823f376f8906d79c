package dev.optima.backend.signaling;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.Busy;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ServerMessage.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Turns a service's refusal into the `error` of a socket.
final class Faults {
  private Faults() {}

  static Failure of(Refusal refusal, ClientMessage message) {
    Busy busy = refusal.busy().orElse(null);
    CallSnapshot call = refusal.call().orElse(null);
    return new Failure(
        refusal.code(),
        refusal.detail(),
        key(message),
        callId(message, busy, call),
        call,
        busy == null ? null : busy.who(),
        busy == null ? null : busy.whoId(),
        busy == null ? null : busy.since(),
        busy == null ? null : busy.applicantName(),
        refusal.retryAfter().map(Faults::seconds).orElse(null));
  }

  static @Nullable String key(ClientMessage message) {
    return switch (message) {
      case ClientMessage.VideoCallRequest request -> request.key();
      case ClientMessage.ChatSend send -> send.key();
      case ClientMessage.CallMe callMe -> callMe.key();
      default -> null;
    };
  }

  private static @Nullable CallId callId(
      ClientMessage message, @Nullable Busy busy, @Nullable CallSnapshot call) {
    if (message instanceof ClientMessage.AboutCall about) {
      return about.callId();
    }
    if (busy != null) {
      return busy.callId();
    }
    return call == null ? null : call.callId();
  }

  /// Whole seconds, rounded up, so that nobody comes back too early.
  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
