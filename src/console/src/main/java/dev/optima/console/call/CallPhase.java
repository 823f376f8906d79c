package dev.optima.console.call;

import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import java.util.Optional;

/// Where this recruiter stands with calling.
public sealed interface CallPhase {

  /// No call of one's own.
  record Idle() implements CallPhase {}

  /// Asked the backend to ring; no answer yet.
  ///
  /// @param key of the request
  record Requesting(RoomId room, String name, String key) implements CallPhase {}

  /// It rings there.
  ///
  /// @param devices on how many; 0 if it is not known
  record Ringing(CallSnapshot call, int devices) implements CallPhase {}

  /// Accepted: connecting, talking or coming back.
  record Live(CallSnapshot call) implements CallPhase {}

  /// The call, if there is one.
  default Optional<CallSnapshot> snapshot() {
    return switch (this) {
      case Ringing ringing -> Optional.of(ringing.call());
      case Live live -> Optional.of(live.call());
      case Idle _, Requesting _ -> Optional.empty();
    };
  }
}
