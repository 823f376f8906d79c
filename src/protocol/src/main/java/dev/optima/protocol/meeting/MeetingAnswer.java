package dev.optima.protocol.meeting;

/// What the applicant said to the invitation.
public enum MeetingAnswer {
  INVITED,
  ACCEPTED,
  DECLINED,
  ASKED_TO_MOVE
}
