package dev.optima.console.schedule;

import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What is asked of the backend for a meeting.
final class Plans {
  private Plans() {}

  /// The same meeting at another time or of another length.
  ///
  /// @param tell whether the applicant is told by mail
  /// @param reason why it may stand beside another one
  static ScheduleMeeting moved(
      Meeting meeting,
      MoveViewModel.Place place,
      boolean tell,
      @Nullable String reason,
      ZoneId zone) {
    return new ScheduleMeeting(
        null,
        meeting.applicantId(),
        place.start(),
        place.minutes(),
        meeting.title(),
        meeting.description(),
        null,
        zone.getId(),
        tell,
        meeting.remind15Min(),
        meeting.waitingRoom(),
        meeting.consentToRecord(),
        reason,
        meeting.version(),
        meeting.provider());
  }
}
