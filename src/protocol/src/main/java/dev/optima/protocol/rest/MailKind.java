package dev.optima.protocol.rest;

/// Why a mail is sent.
public enum MailKind {
  INVITATION,
  MISSED_CALL,
  /// A meeting is planned, or is different now.
  MEETING,
  /// A meeting is called off.
  MEETING_CANCELLED,
  /// A meeting is near.
  MEETING_REMINDER,
  /// A link with which to pick a time.
  BOOKING,
  TEST
}
