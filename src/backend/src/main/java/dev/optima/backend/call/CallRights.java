package dev.optima.backend.call;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.call.CallDecision;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import java.time.Instant;

/// Who may know of a call, and how a refusal is said.
final class CallRights {
  private CallRights() {}

  /// What is not yours is not there.
  static void checkMayKnow(Identity who, CallSession session) {
    boolean otherCall = who.callId() != null && !who.callId().equals(session.callId());
    boolean in = session.participant(who.userId()).isPresent();
    if (otherCall || !(in || who.isTeam())) {
      throw Refusal.notFound("no such call");
    }
  }

  static void refuseUnlessOpen(CallSession session, Instant now) {
    if (session.state().isTerminal()) {
      throw Refusal.about(ErrorCode.STALE, "the call is over", CallSnapshot.of(session, now));
    }
    if (session.state() == CallState.RINGING) {
      throw Refusal.about(
          ErrorCode.TOO_EARLY, "the call still rings", CallSnapshot.of(session, now));
    }
  }

  /// How the call stands now, or why not.
  static CallSnapshot accepted(CallDecision decision, Instant now) {
    return CallSnapshot.of(session(decision, now), now);
  }

  /// The present session; what was refused is thrown.
  static CallSession session(CallDecision decision, Instant now) {
    return switch (decision) {
      case CallDecision.Transition(CallSession session, _) -> session;
      case CallDecision.Unchanged(CallSession session) -> session;
      case CallDecision.Refusal(CallDecision.Reason reason, CallSession session) ->
          throw refusal(reason, CallSnapshot.of(session, now));
    };
  }

  static Refusal refusal(CallDecision.Reason reason, CallSnapshot call) {
    return switch (reason) {
      case FORBIDDEN -> Refusal.forbidden("not yours to do in this call");
      case STALE -> Refusal.about(ErrorCode.STALE, "the call is past that: " + call.state(), call);
      case TOO_EARLY -> Refusal.about(ErrorCode.TOO_EARLY, "the call still rings", call);
      case FULL -> Refusal.about(ErrorCode.FULL, "the room is full", call);
    };
  }
}
