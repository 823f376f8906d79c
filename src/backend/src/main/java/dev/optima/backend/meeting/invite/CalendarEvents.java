package dev.optima.backend.meeting.invite;

import dev.optima.backend.meeting.StoredMeeting;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.Meeting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Meetings as events of calendars: the applicant's, and the team's.
///
/// @param sender the address that invites, to which mail programs send their answer; empty if no
///   mail is sent
public record CalendarEvents(String organisation, Optional<String> sender) {
  private static final String HOST = "@optima";
  private static final Duration ALARM = Duration.ofMinutes(15);

  /// What the calendars of all know it by.
  static String uid(MeetingId meeting) {
    return meeting + HOST;
  }

  /// The meeting behind an identity of a calendar; empty if it is none of ours.
  public static Optional<MeetingId> meeting(String uid) {
    try {
      return uid.endsWith(HOST)
          ? Optional.of(new MeetingId(uid.substring(0, uid.length() - HOST.length())))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// For the applicant. The team is told of by name only: their addresses are not the applicant's
  /// to have.
  CalendarEvent ofApplicant(StoredMeeting meeting, String url) {
    StoredMeeting.Invitee invitee = meeting.invitee();
    MeetingSession session = meeting.session();
    return event(
        meeting,
        invitee.timeZone(),
        meeting.details().title() + " · " + organisation,
        url,
        sender
            .map(
                address ->
                    new CalendarEvent.Organizer(
                        meeting.nameOf(session.ownerId()) + " (" + organisation + ")", address))
            .orElse(null),
        new CalendarEvent.Attendee(invitee.name(), invitee.email(), session.answer()));
  }

  /// For somebody of the team.
  public CalendarEvent ofTeam(StoredMeeting meeting, String timeZone, String url) {
    return event(
        meeting,
        timeZone,
        meeting.invitee().name() + " · " + meeting.details().title(),
        url,
        null,
        null);
  }

  private static CalendarEvent event(
      StoredMeeting meeting,
      String timeZone,
      String title,
      String url,
      CalendarEvent.@Nullable Organizer organizer,
      CalendarEvent.@Nullable Attendee attendee) {
    MeetingSession session = meeting.session();
    return new CalendarEvent(
        uid(session.meetingId()),
        session.sequence(),
        session.scheduledTime(),
        session.end(),
        timeZone,
        title,
        description(meeting, url),
        url,
        organizer,
        attendee,
        session.status() == MeetingStatus.CANCELLED,
        meeting.createdAt(),
        meeting.updatedAt(),
        meeting.details().remind15Min() ? List.of(ALARM) : List.of());
  }

  private static String description(StoredMeeting meeting, String url) {
    String said = meeting.details().description();
    String names =
        meeting.interviewers().stream()
            .map(Meeting.Interviewer::name)
            .collect(Collectors.joining(", "));
    return (said == null ? "" : said + "\n\n") + names + "\n" + url;
  }
}
