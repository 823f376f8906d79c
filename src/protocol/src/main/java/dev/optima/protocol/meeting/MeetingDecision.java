package dev.optima.protocol.meeting;

import java.util.List;

/// What the machine says to an event.
public sealed interface MeetingDecision {

  /// The next state, one version up, and what is to be done once it is stored.
  record Transition(MeetingSession session, List<MeetingEffect> effects)
      implements MeetingDecision {
    public Transition {
      effects = List.copyOf(effects);
    }
  }

  /// Nothing changes.
  record Unchanged(MeetingSession session) implements MeetingDecision {}

  /// The event is not allowed, and nothing changes.
  ///
  /// @param session the present state, to be told to whoever asked
  record Refusal(Reason reason, MeetingSession session) implements MeetingDecision {}

  /// Why an event is refused.
  enum Reason {
    /// This person has no such right.
    FORBIDDEN,
    /// The meeting is past the state in which this was possible.
    STALE,
    /// The meeting has not reached the state in which this is possible.
    TOO_EARLY
  }
}
