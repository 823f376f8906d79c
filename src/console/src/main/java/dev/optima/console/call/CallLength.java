package dev.optima.console.call;

import dev.optima.protocol.message.CallSnapshot;
import java.time.Duration;
import java.time.Instant;

/// How long both sides have been in the room: what the snapshot says, plus what has gone by since
/// it came, while the time is running.
///
/// @param receivedAt by the backend's clock
public record CallLength(CallSnapshot call, Instant receivedAt) {

  public Duration at(Instant now) {
    Duration known = Duration.ofSeconds(call.duration());
    if (call.togetherSince() == null || now.isBefore(receivedAt)) {
      return known;
    }
    return known.plus(Duration.between(receivedAt, now));
  }
}
