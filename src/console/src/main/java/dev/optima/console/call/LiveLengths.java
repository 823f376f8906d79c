package dev.optima.console.call;

import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.LiveCall;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// How long live calls have been going and ringing, by the backend's clock. A length never runs
/// backwards: news carry it rounded, and the two clocks are never quite the same.
final class LiveLengths {
  /// More than that is no rounding: the backend knows better.
  private static final Duration SLACK = Duration.ofSeconds(3);

  private final Map<CallId, Duration> shown = new HashMap<>();

  /// How long both sides have been together.
  Duration length(LiveCall live, Instant now) {
    Duration length = computed(live, now);
    Duration last = shown.get(live.call().callId());
    if (last != null && length.compareTo(last) < 0 && last.minus(length).compareTo(SLACK) < 0) {
      return last;
    }
    shown.put(live.call().callId(), length);
    return length;
  }

  private static Duration computed(LiveCall live, Instant now) {
    CallSnapshot call = live.call();
    Instant since = call.togetherSince();
    Duration whole = Duration.ofSeconds(call.duration());
    if (since == null) {
      return whole;
    }
    // what was before the present stretch; the duration was rounded when it was written
    long before = whole.minus(Duration.between(since, live.at())).plusMillis(500).toSeconds();
    Duration running = Duration.between(since, now);
    return Duration.ofSeconds(Math.max(0, before))
        .plus(running.isNegative() ? Duration.ZERO : running);
  }

  /// How long it has rung; never longer than it rings.
  static Duration rung(CallSnapshot call, Instant now) {
    Duration whole = CallViewModel.ringTime(call);
    Duration since = Duration.between(call.createdAt(), now);
    if (since.isNegative() || call.state() != CallState.RINGING) {
      return Duration.ZERO;
    }
    return since.compareTo(whole) > 0 ? whole : since;
  }

  /// Forgets all but these.
  void retain(Set<CallId> live) {
    shown.keySet().retainAll(live);
  }
}
