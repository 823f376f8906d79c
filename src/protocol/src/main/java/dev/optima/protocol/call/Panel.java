package dev.optima.protocol.call;

import dev.optima.protocol.call.CallDecision.Reason;
import dev.optima.protocol.call.CallDecision.Refusal;
import dev.optima.protocol.call.CallDecision.Transition;
import dev.optima.protocol.call.CallDecision.Unchanged;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How more people of the team come into a call.
record Panel(Places places) {

  /// A colleague is asked; no place is kept for them.
  CallDecision invite(CallSession session, CallEvent.Invite invite, Instant now) {
    UserId colleague = invite.colleague().userId();
    if (!isIn(session, invite.by())) {
      return new Refusal(Reason.FORBIDDEN, session);
    }
    if (isIn(session, colleague) && !isOverdue(session, colleague, now)) {
      return new Unchanged(session);
    }
    if (places.isFull(session, now)) {
      return new Refusal(Reason.FULL, session);
    }
    return new Transition(
        new CallChange(session).build(), List.of(new CallEffect.Invited(invite.by(), colleague)));
  }

  /// Into the room of a meeting.
  CallDecision enter(CallSession session, Participant colleague, Instant now) {
    return session.state() == CallState.RINGING
        ? new Refusal(Reason.TOO_EARLY, session)
        : add(session, colleague, now);
  }

  /// Into a call, also while it rings; the others of the team hear of it.
  CallDecision interview(CallSession session, CallEvent.Interview interview, Instant now) {
    CallDecision decision = add(session, interview.colleague(), now);
    if (!(decision instanceof Transition(CallSession next, List<CallEffect> effects))) {
      return decision;
    }
    List<CallEffect> more = new ArrayList<>(effects);
    more.add(new CallEffect.Entered(interview.by()));
    return new Transition(next, more);
  }

  private CallDecision add(CallSession session, Participant colleague, Instant now) {
    UserId who = colleague.userId();
    boolean overdue = isOverdue(session, who, now);
    if (isIn(session, who) && !overdue) {
      return new Unchanged(session);
    }
    if (!overdue && places.isFull(session, now)) {
      return new Refusal(Reason.FULL, session);
    }
    var expected = Participant.expected(who, colleague.name(), Side.RECRUITER).onTheWay(now);
    var next = new CallChange(session);
    if (!overdue) {
      places.toClear(session, now).ifPresent(next::put);
    }
    if (session.participant(who).isPresent()) {
      next.put(expected); // who comes back has the place in the order that they had
    } else {
      next.participants.add(expected);
    }
    if (session.participant(session.callerId()).isEmpty()) {
      next.callerId = who;
    }
    return new Transition(next.build(), next.effects(session, true));
  }

  private boolean isOverdue(CallSession session, UserId who, Instant now) {
    return session.participant(who).filter(p -> places.isOverdue(session, p, now)).isPresent();
  }

  private static boolean isIn(CallSession session, UserId who) {
    return session.participant(who).filter(p -> p.leftAt() == null).isPresent();
  }
}
