package dev.optima.console.settings;

/// What the recruiter is told of.
public enum AlertKind {
  /// Somebody wrote.
  MESSAGE,
  /// An applicant asks to be called.
  CALL_ME,
  /// The applicant came into the call.
  ANSWERED,
  /// A ring was not answered, or was declined.
  MISSED_CALL,
  /// The other side ended the call, or was lost.
  CALL_ENDED,
  /// One asked to be told when the line is free.
  LINE_FREE,
  /// An interview is near, or should have begun.
  REMINDER
}
