package dev.optima.protocol.call;

import dev.optima.protocol.call.CallDecision.Transition;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.time.Instant;

/// Calls in each state, as the tests need them.
final class Calls {
  static final Instant T0 = Instant.parse("2026-11-22T09:00:00Z");
  static final UserId ELIF = new UserId("elif");
  static final UserId JOHN = new UserId("john");
  static final UserId MERT = new UserId("mert");
  static final UserId STRANGER = new UserId("stranger");
  static final CallMachine MACHINE = new CallMachine(CallTimers.DEFAULT);

  private Calls() {}

  static Participant recruiter(UserId who) {
    return Participant.expected(who, who.value(), Side.RECRUITER);
  }

  static CallSession requested(boolean online) {
    return MACHINE
        .request(
            new CallId("c1"),
            RoomId.of(JOHN),
            recruiter(ELIF),
            Participant.expected(JOHN, "john", Side.APPLICANT),
            null,
            online,
            T0)
        .session();
  }

  /// The room of Elif's meeting, opened by somebody.
  static CallSession opened(UserId first) {
    Participant applicant = Participant.expected(JOHN, "john", Side.APPLICANT);
    return MACHINE
        .open(
            new CallId("c1"),
            RoomId.of(JOHN),
            ELIF,
            first.equals(JOHN) ? applicant : recruiter(first),
            applicant,
            new MeetingId("m1"),
            T0)
        .session();
  }

  static Instant at(long seconds) {
    return T0.plusSeconds(seconds);
  }

  /// The session after an event that must be allowed.
  static CallSession then(CallSession session, CallEvent event, long seconds) {
    return switch (MACHINE.on(session, event, at(seconds))) {
      case Transition(CallSession next, _) -> next;
      case CallDecision other -> throw new AssertionError(event + " at " + seconds + ": " + other);
    };
  }

  static CallSession ringing() {
    return requested(true);
  }

  /// Accepted 5 s after the ring began.
  static CallSession connecting() {
    return then(ringing(), new CallEvent.Accept(JOHN), 5);
  }

  /// Both in the room 10 s after the ring began.
  static CallSession active() {
    return then(then(connecting(), new CallEvent.Joined(ELIF), 8), new CallEvent.Joined(JOHN), 10);
  }

  /// John was last seen at 10 s, Elif at 50 s; the lease is over at 55 s.
  static CallSession reconnecting() {
    CallSession alive = then(active(), new CallEvent.Alive(ELIF), 50);
    return then(alive, new CallEvent.Deadline(), 55);
  }

  /// Somebody of the team comes into it unasked.
  static CallEvent interview(UserId who) {
    return new CallEvent.Interview(recruiter(who), false);
  }

  static CallSession panel() {
    CallSession entered = then(active(), interview(MERT), 12);
    return then(entered, new CallEvent.Joined(MERT), 14);
  }

  static CallSession in(CallState state) {
    return switch (state) {
      case RINGING -> ringing();
      case CONNECTING -> connecting();
      case ACTIVE -> active();
      case RECONNECTING -> reconnecting();
      case ENDED -> then(active(), new CallEvent.End(ELIF, false), 20);
      case REJECTED -> then(ringing(), new CallEvent.Reject(JOHN), 3);
      case MISSED -> then(ringing(), new CallEvent.Deadline(), 45);
      case CANCELLED -> then(ringing(), new CallEvent.Cancel(ELIF), 4);
      case FAILED -> then(connecting(), new CallEvent.Deadline(), 35);
    };
  }
}
