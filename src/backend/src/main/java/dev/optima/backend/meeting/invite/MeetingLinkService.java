package dev.optima.backend.meeting.invite;

import dev.optima.backend.account.Identity;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.MeetingService;
import dev.optima.backend.meeting.StoredMeeting;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.AnswerMeeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.MeetingLinkInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What one may do with the link of a mail, without a session: look at its meeting, answer, call it
/// off, take it into a calendar. Whoever holds the link acts as the applicant, on this meeting
/// only.
public final class MeetingLinkService {
  private final Database database;
  private final MeetingKernel kernel;
  private final MeetingService meetings;
  private final MeetingLinks links;
  private final CalendarEvents events;
  private final InstantSource clock;

  public MeetingLinkService(
      Database database,
      MeetingKernel kernel,
      MeetingLinks links,
      CalendarEvents events,
      InstantSource clock) {
    this.database = database;
    this.kernel = kernel;
    this.meetings = kernel.service();
    this.links = links;
    this.events = events;
    this.clock = clock;
  }

  /// The meeting behind a link.
  public MeetingLinkInfo look(String token) {
    MeetingLinks.Claim claim = claim(token);
    return info(find(claim.meetingId()), claim);
  }

  public MeetingLinkInfo answer(String token, AnswerMeeting answer) {
    MeetingLinks.Claim claim = claim(token);
    meetings.answer(applicant(find(claim.meetingId())), claim.meetingId(), answer);
    return info(find(claim.meetingId()), claim);
  }

  /// Calls it off; whether there is a mail is not the holder's to say.
  public MeetingLinkInfo cancel(String token, CancelMeeting wanted) {
    MeetingLinks.Claim claim = claim(token);
    meetings.cancel(
        applicant(find(claim.meetingId())),
        claim.meetingId(),
        new CancelMeeting(wanted.reason(), null, wanted.version()));
    return info(find(claim.meetingId()), claim);
  }

  /// The meeting for a calendar.
  public String calendar(String token) {
    return calendarOf(find(claim(token).meetingId()));
  }

  /// The same for somebody with a session.
  public String calendar(Identity who, MeetingId id) {
    meetings.get(who, id); // refuses what is not theirs
    StoredMeeting meeting = find(id);
    if (who.isApplicant()) {
      return calendarOf(meeting);
    }
    String url = kernel.views().ofTeam(meeting).meetingLink();
    CalendarEvent event = events.ofTeam(meeting, meeting.details().timeZone(), url);
    return CalendarText.publish(meeting.details().title(), List.of(event), clock.instant());
  }

  /// The same for whoever booked it with a link.
  public String calendarOfBooked(MeetingId id) {
    return calendarOf(find(id));
  }

  private String calendarOf(StoredMeeting meeting) {
    CalendarEvent event = events.ofApplicant(meeting, links.link(meeting).url());
    return CalendarText.publish(event.title(), List.of(event), clock.instant());
  }

  private MeetingLinkInfo info(StoredMeeting meeting, MeetingLinks.Claim claim) {
    return new MeetingLinkInfo(
        events.organisation(),
        meeting.invitee().name(),
        meeting.invitee().language(),
        kernel.views().ofApplicant(meeting),
        claim.expiresAt());
  }

  private MeetingLinks.Claim claim(String token) {
    Instant now = clock.instant();
    return links
        .verify(token, now)
        .orElseThrow(
            () ->
                Refusal.of(
                    ErrorCode.INVITATION_EXPIRED, "this link is over, or was never given out"));
  }

  private StoredMeeting find(MeetingId id) {
    return database
        .read(tx -> kernel.meetings().find(tx, id))
        .orElseThrow(() -> Refusal.notFound("there is no such meeting"));
  }

  private static Identity applicant(StoredMeeting meeting) {
    StoredMeeting.Invitee invitee = meeting.invitee();
    return new Identity(invitee.userId(), Role.APPLICANT, invitee.name(), null, null);
  }
}
