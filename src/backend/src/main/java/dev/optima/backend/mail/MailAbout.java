package dev.optima.backend.mail;

import dev.optima.protocol.id.MeetingId;
import org.jspecify.annotations.Nullable;

/// What a mail is about, if it is about more than the applicant: one state of a meeting, or times
/// that can be booked.
///
/// @param sequence the state of the calendar that it tells of
/// @param title of what can be booked
public record MailAbout(
    @Nullable MeetingId meetingId,
    long sequence,
    MeetingFacts.@Nullable Occasion occasion,
    @Nullable String bookingId,
    @Nullable String title) {
  static final MailAbout NOTHING = new MailAbout(null, 0, null, null, null);

  /// A state of a meeting.
  public static MailAbout meeting(
      MeetingId meeting, long sequence, MeetingFacts.Occasion occasion) {
    return new MailAbout(meeting, sequence, occasion, null, null);
  }

  static MailAbout booking(String booking, String title) {
    return new MailAbout(null, 0, null, booking, title);
  }
}
