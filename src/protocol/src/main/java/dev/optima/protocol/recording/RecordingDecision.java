package dev.optima.protocol.recording;

/// What the machine says to an event. In each case `session` is the present state, and
/// [RecordingSession#mustStop] says whether something runs that has to be stopped.
public sealed interface RecordingDecision {
  RecordingSession session();

  /// The next state, one version up.
  record Transition(RecordingSession session) implements RecordingDecision {}

  /// Nothing changes.
  record Unchanged(RecordingSession session) implements RecordingDecision {}

  /// Not allowed, and nothing changes.
  record Refusal(Reason reason, RecordingSession session) implements RecordingDecision {}

  /// Why not.
  enum Reason {
    /// Nobody asked yet.
    NOT_ASKED,
    /// It is past that: answered already, or the call is over.
    STALE,
    /// The applicant said no, and was asked once more already.
    ASKED_ENOUGH
  }
}
