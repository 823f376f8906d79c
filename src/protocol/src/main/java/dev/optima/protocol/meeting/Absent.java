package dev.optima.protocol.meeting;

/// Who did not come to a meeting.
public enum Absent {
  APPLICANT,
  RECRUITER,
  BOTH
}
