package dev.optima.protocol.meeting;

/// How far a meeting is.
public enum MeetingStatus {
  /// Planned.
  SCHEDULED,
  /// Near, or its time has come: one may join.
  OPEN,
  /// Both sides are, or were, in its room.
  IN_PROGRESS,
  /// It took place.
  COMPLETED,
  CANCELLED,
  /// Somebody did not come, as a recruiter said; can be undone for a day.
  NO_SHOW;

  /// Takes no part in conflicts, reminders and lists of what is to come.
  public boolean isOver() {
    return this == COMPLETED || this == CANCELLED || this == NO_SHOW;
  }
}
