package dev.optima.protocol.call;

import dev.optima.protocol.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The next session in the making.
final class CallChange {
  final CallSession from;
  final List<Participant> participants;
  UserId callerId;
  CallState state;
  long version;
  @Nullable Instant deadline;
  @Nullable Instant startedAt;
  @Nullable Instant togetherSince;
  Duration together;
  @Nullable Instant endedAt;
  @Nullable UserId endedBy;
  @Nullable CallOutcome outcome;

  CallChange(CallSession from) {
    this.from = from;
    participants = new ArrayList<>(from.participants());
    callerId = from.callerId();
    state = from.state();
    version = from.version() + 1;
    deadline = from.deadline();
    startedAt = from.startedAt();
    togetherSince = from.togetherSince();
    together = from.together();
  }

  /// With other words about somebody who is in it.
  CallChange put(Participant participant) {
    participants.replaceAll(p -> p.userId().equals(participant.userId()) ? participant : p);
    return this;
  }

  /// Whoever set out for the room, and has not reached it, gets the time for it anew.
  void expectAnew(Instant now) {
    participants.replaceAll(
        p ->
            p.joinedAt() == null && p.leftAt() == null && p.lastSeen() != null
                ? p.onTheWay(now)
                : p);
  }

  CallChange end(CallState terminal, CallOutcome how, Instant at, @Nullable UserId by) {
    closeInterval(at);
    state = terminal;
    outcome = how;
    endedAt = at;
    endedBy = by;
    deadline = null;
    if (how != CallOutcome.COMPLETED && how != CallOutcome.DROPPED) {
      startedAt = null; // each said once that they came; they were never seen together
    }
    participants.replaceAll(p -> p.isPresent() ? p.left(at) : p);
    return this;
  }

  void closeInterval(Instant at) {
    if (togetherSince != null) {
      if (at.isAfter(togetherSince)) {
        together = together.plus(Duration.between(togetherSince, at));
      }
      togetherSince = null;
    }
  }

  List<CallEffect> effects(CallSession before, boolean peopleChanged) {
    if (state == before.state()) {
      return peopleChanged && state == CallState.ACTIVE
          ? List.of(new CallEffect.Changed())
          : List.of();
    }
    return switch (state) {
      case ACTIVE -> List.of(new CallEffect.Started());
      case RECONNECTING -> List.of(new CallEffect.Reconnecting());
      case RINGING, CONNECTING, ENDED, REJECTED, MISSED, CANCELLED, FAILED -> List.of();
    };
  }

  CallSession build() {
    return new CallSession(
        from.callId(),
        from.roomId(),
        callerId,
        from.meetingId(),
        state,
        version,
        participants,
        from.createdAt(),
        deadline,
        startedAt,
        togetherSince,
        together,
        endedAt,
        endedBy,
        outcome);
  }
}
