package dev.optima.protocol.meeting;

/// What is to be done once a transition is stored. That everybody concerned learns the new state
/// goes without saying.
public enum MeetingEffect {
  /// Calendars get the new state: a request with a higher sequence.
  UPDATE_CALENDARS,
  /// Calendars get a cancellation.
  CANCEL_CALENDARS,
  /// The applicant's answer is news for the team.
  TELL_ANSWER,
  /// It is open: one may join.
  OPENED,
  /// The side that is missing is reminded.
  NUDGE_MISSING,
  /// The owner is asked what to do.
  ASK_OWNER,
  /// It is left for review.
  REVIEW
}
