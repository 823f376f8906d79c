package dev.optima.protocol.call;

import java.util.List;

/// What the machine says to an event.
public sealed interface CallDecision {

  /// The next session, one version up, and what is to be done once it is stored.
  record Transition(CallSession session, List<CallEffect> effects) implements CallDecision {
    public Transition {
      effects = List.copyOf(effects);
    }
  }

  /// Nothing changes: the deadline has not come, or the evidence is no news.
  record Unchanged(CallSession session) implements CallDecision {}

  /// The event is not allowed, and nothing changes.
  ///
  /// @param session the present state, to be told to whoever asked
  record Refusal(Reason reason, CallSession session) implements CallDecision {}

  /// Why an event is refused.
  enum Reason {
    /// This person has no such right in this call.
    FORBIDDEN,
    /// The call is past the state in which this was possible.
    STALE,
    /// The call has not reached the state in which this is possible.
    TOO_EARLY,
    /// The room holds as many people as it can.
    FULL
  }
}
