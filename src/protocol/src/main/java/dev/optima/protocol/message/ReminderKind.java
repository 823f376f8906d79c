package dev.optima.protocol.message;

/// Why somebody is reminded of a meeting.
public enum ReminderKind {
  /// It is a day away.
  DAY_BEFORE,
  /// It is a quarter of an hour away.
  SOON,
  /// It should have begun, and the reader is missing.
  NUDGE,
  /// It should have begun some time ago: the owner says what to do.
  ASK_OWNER,
  /// The team is late.
  RUNNING_LATE
}
