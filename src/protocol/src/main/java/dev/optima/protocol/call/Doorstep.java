package dev.optima.protocol.call;

import dev.optima.protocol.call.CallDecision.Reason;
import dev.optima.protocol.call.CallDecision.Refusal;
import dev.optima.protocol.call.CallDecision.Transition;
import dev.optima.protocol.call.CallDecision.Unchanged;
import dev.optima.protocol.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Who waits before the media server's own waiting room. As long as they say so nothing ends
/// because they are not in the room: it is for somebody inside to open. But not for ever, unless it
/// is the room of a meeting, in which one may wait as well.
record Doorstep(CallTimers timers) {
  /// How long after it has rung, or after both were last together.
  static final Duration MOST = Duration.ofMinutes(10);

  CallDecision waits(CallSession session, UserId by, Instant now) {
    if (session.state() == CallState.RINGING) {
      return new Refusal(Reason.TOO_EARLY, session);
    }
    if (session.state() == CallState.ACTIVE) {
      return new Unchanged(session); // those inside say what becomes of it
    }
    Instant due = Objects.requireNonNull(session.deadline());
    if (session.participant(by).orElseThrow().leftAt() != null || !now.isBefore(due)) {
      return new Refusal(Reason.STALE, session);
    }
    Instant until = until(session, now);
    return until.isAfter(due)
        ? new Transition(session.dueAt(until), List.of())
        : new Unchanged(session);
  }

  private Instant until(CallSession session, Instant now) {
    Instant lease = now.plus(timers.lease());
    if (session.state() == CallState.CONNECTING && session.meetingId() != null) {
      return lease;
    }
    Instant most = since(session).plus(MOST);
    return lease.isBefore(most) ? lease : most;
  }

  private Instant since(CallSession session) {
    Instant rung = session.createdAt().plus(timers.ring());
    return session.state() == CallState.CONNECTING
        ? rung
        : Evidence.lastTogether(session.participants()).orElse(rung);
  }
}
