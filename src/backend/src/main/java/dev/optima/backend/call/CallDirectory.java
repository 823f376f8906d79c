package dev.optima.backend.call;

import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.id.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The live calls as this node saw them last, so that relaying a signal asks no database. Another
/// node may know better, so an entry is believed for a short time only.
final class CallDirectory {
  private static final Duration BELIEVED = Duration.ofSeconds(30);
  private static final int MAX_KNOWN = 50_000;

  private final ConcurrentMap<CallId, Seen> calls = new ConcurrentHashMap<>();

  private record Seen(CallSession session, Instant at) {}

  void saw(CallSession session, Instant now) {
    if (session.state().isTerminal()) {
      calls.remove(session.callId());
      return;
    }
    if (calls.size() >= MAX_KNOWN) {
      calls.clear();
    }
    calls.merge(
        session.callId(),
        new Seen(session, now),
        (a, b) -> a.session.version() > b.session.version() ? a : b);
  }

  Optional<CallSession> find(CallId call, Instant now) {
    Seen seen = calls.get(call);
    if (seen == null) {
      return Optional.empty();
    }
    if (seen.at.plus(BELIEVED).isBefore(now)) {
      calls.remove(call, seen);
      return Optional.empty();
    }
    return Optional.of(seen.session);
  }
}
