package dev.optima.backend.demo;

import dev.optima.backend.account.Identity;
import dev.optima.backend.call.CallService;
import dev.optima.backend.call.CallSweeper;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallTimers;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Lets a call come to a given end, through the services that real calls go through.
final class DemoCalls {
  private static final Duration ANSWERING = Duration.ofSeconds(9);
  private static final Duration JOINING = Duration.ofSeconds(3);

  private final CallService calls;
  private final CallSweeper sweeper;
  private final DemoPresence presence;
  private final DemoClock clock;
  private final CallTimers timers;

  DemoCalls(
      CallService calls,
      CallSweeper sweeper,
      DemoPresence presence,
      DemoClock clock,
      CallTimers timers) {
    this.calls = calls;
    this.sweeper = sweeper;
    this.presence = presence;
    this.clock = clock;
    this.timers = timers;
  }

  /// Rings at the present time of the clock, and leaves the clock at the end of the call.
  void ring(
      Identity caller, Identity applicant, RoomId room, CallOutcome outcome, Duration talked) {
    presence.setOnline(outcome != CallOutcome.OFFLINE);
    CallId call = place(caller, room);
    if (call == null) {
      return;
    }
    switch (outcome) {
      case NO_ANSWER -> pass(timers.ring());
      case REJECTED -> {
        after(ANSWERING);
        calls.reject(applicant, call);
      }
      case CANCELLED -> {
        after(ANSWERING);
        calls.cancel(caller, call);
      }
      case NOT_JOINED -> {
        after(ANSWERING);
        calls.accept(applicant, call, null);
        pass(timers.connect());
      }
      case ABANDONED -> {
        after(ANSWERING);
        calls.accept(applicant, call, null);
        after(JOINING);
        calls.end(caller, call);
      }
      case COMPLETED -> {
        talk(caller, applicant, call, talked);
        calls.end(caller, call);
      }
      case DROPPED -> {
        talk(caller, applicant, call, talked);
        pass(timers.lease());
        pass(timers.grace());
      }
      case OFFLINE -> throw new IllegalStateException("somebody offline was rung");
    }
  }

  private @Nullable CallId place(Identity caller, RoomId room) {
    try {
      String key = "demo-" + clock.instant().toEpochMilli();
      return calls.request(caller, room, key).call().callId();
    } catch (Refusal refusal) {
      if (refusal.code() == ErrorCode.OFFLINE) {
        return null;
      }
      throw refusal;
    }
  }

  private void talk(Identity caller, Identity applicant, CallId call, Duration talked) {
    after(ANSWERING);
    calls.accept(applicant, call, null);
    after(JOINING);
    converse(caller, applicant, call, talked);
  }

  /// Both sit in the room of a meeting, from the present time of the clock until the end.
  void meet(Identity recruiter, Identity applicant, CallId call, Duration talked) {
    converse(recruiter, applicant, call, talked);
    calls.end(recruiter, call);
  }

  private void converse(Identity caller, Identity applicant, CallId call, Duration talked) {
    calls.joined(caller, call);
    calls.joined(applicant, call);
    Instant end = clock.instant().plus(talked);
    Duration step = timers.lease().dividedBy(2).plus(timers.lease().dividedBy(4));
    while (clock.instant().isBefore(end)) {
      Instant next = clock.instant().plus(step);
      clock.set(next.isBefore(end) ? next : end);
      calls.alive(caller, call);
      calls.alive(applicant, call);
    }
  }

  /// Time goes by until a deadline has passed, and what is due happens.
  private void pass(Duration time) {
    after(time.plusMillis(1));
    sweeper.sweep();
  }

  private void after(Duration time) {
    clock.set(clock.instant().plus(time));
  }
}
