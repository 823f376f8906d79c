package dev.optima.console.schedule;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.Applicant;

/// The applicant that an interview is with.
record Invitee(UserId id, String name, String timeZone) {
  static Invitee of(Applicant applicant) {
    return new Invitee(applicant.applicantId(), applicant.name(), applicant.timeZone());
  }

  static Invitee of(Meeting meeting) {
    return new Invitee(meeting.applicantId(), meeting.applicantName(), meeting.applicantTimeZone());
  }

  There there() {
    return new There(name, timeZone);
  }
}
