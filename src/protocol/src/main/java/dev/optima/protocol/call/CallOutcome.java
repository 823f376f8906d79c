package dev.optima.protocol.call;

/// How a call came to its end. Outcomes never merge into one another.
public enum CallOutcome {
  /// Both talked, and one of them hung up.
  COMPLETED,
  /// Both talked, then one side was lost and did not come back.
  DROPPED,
  /// Accepted, and hung up before both were in the room for any time.
  ABANDONED,
  /// Accepted, but one side never reached the room, or was lost as soon as it did.
  NOT_JOINED,
  /// The applicant said no.
  REJECTED,
  /// It rang to its end.
  NO_ANSWER,
  /// The applicant had no live session, so nothing rang.
  OFFLINE,
  /// The caller thought better of it while it rang.
  CANCELLED
}
