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
import java.util.List;
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
  private final DemoMeasuring measuring;
  private final DemoRecording recording;

  DemoCalls(
      CallService calls,
      CallSweeper sweeper,
      DemoPresence presence,
      DemoClock clock,
      CallTimers timers,
      DemoMeasuring measuring,
      DemoRecording recording) {
    this.measuring = measuring;
    this.recording = recording;
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
    converse(List.of(caller, applicant), call, talked);
  }

  /// All sit in the room of a meeting, from the present time of the clock until the end.
  ///
  /// @param people the recruiter first, who ends it, the applicant last
  /// @param recorded whether the applicant is asked, agrees, and it is recorded from then on
  void meet(List<Identity> people, CallId call, Duration talked, boolean recorded) {
    DemoLine line = arrive(people, call);
    if (recorded) {
      Duration beginning = talked.dividedBy(10);
      sit(people, call, beginning, line);
      recording.begin(people.getFirst(), people.getLast(), call);
      stay(people, call, talked.minus(beginning), line);
      recording.end(people.getFirst(), call);
    } else {
      stay(people, call, talked, line);
    }
    calls.end(people.getFirst(), call);
  }

  private void converse(List<Identity> people, CallId call, Duration talked) {
    stay(people, call, talked, arrive(people, call));
  }

  private DemoLine arrive(List<Identity> people, CallId call) {
    DemoLine line = DemoLine.at(clock.instant());
    people.forEach(person -> calls.joined(person, call));
    measuring.begin(people, call, line);
    return line;
  }

  /// With a bad line they lose each other in the middle, and find each other again.
  private void stay(List<Identity> people, CallId call, Duration talked, DemoLine line) {
    if (line == DemoLine.BROKEN) {
      sit(people, call, talked.dividedBy(2), line);
      lose(people, call);
      sit(people, call, talked.dividedBy(2).minus(timers.lease()), line);
    } else {
      sit(people, call, talked, line);
    }
    measuring.end(people, call, line);
  }

  private void sit(List<Identity> people, CallId call, Duration talked, DemoLine line) {
    Instant end = clock.instant().plus(talked);
    Duration step = timers.lease().dividedBy(2).plus(timers.lease().dividedBy(4));
    while (clock.instant().isBefore(end)) {
      Instant next = clock.instant().plus(step);
      measuring.until(next.isBefore(end) ? next : end, people, call, line);
      people.forEach(person -> calls.alive(person, call));
    }
  }

  /// The last of them is away for as long as it takes until the backend misses them.
  private void lose(List<Identity> people, CallId call) {
    Identity lost = people.getLast();
    measuring.lost(lost, call);
    Duration step = timers.lease().dividedBy(2);
    for (int i = 0; i < 2; i++) {
      pass(step);
      people.subList(0, people.size() - 1).forEach(person -> calls.alive(person, call));
    }
    sweeper.sweep();
    after(JOINING);
    calls.joined(lost, call);
    measuring.back(lost, call);
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
