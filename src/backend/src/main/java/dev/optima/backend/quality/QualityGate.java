package dev.optima.backend.quality;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Lets one report a second of each person through.
final class QualityGate {
  private static final Duration STEP = Duration.ofSeconds(1);
  private static final int MAX_KNOWN = 10_000;

  private final ConcurrentMap<Reporter, Instant> last = new ConcurrentHashMap<>();

  private record Reporter(CallId call, UserId user) {}

  boolean opens(CallId call, UserId user, Instant now) {
    if (last.size() >= MAX_KNOWN) {
      last.clear();
    }
    var opens = new AtomicBoolean();
    last.compute(
        new Reporter(call, user),
        (key, before) -> {
          if (before != null && now.isBefore(before.plus(STEP))) {
            return before;
          }
          opens.set(true);
          return now;
        });
    return opens.get();
  }
}
