package dev.optima.backend.meeting.invite;

import dev.optima.backend.mail.MailAbout;
import dev.optima.backend.mail.MailContent;
import dev.optima.backend.mail.MailTopic;
import dev.optima.backend.mail.MeetingFacts.Occasion;
import dev.optima.backend.mail.MeetingLetters;
import dev.optima.backend.meeting.MeetingStore;
import dev.optima.backend.meeting.StoredMeeting;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.rest.MailKind;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands in a mail about a meeting: as the meeting is in the moment in which it is sent, or
/// nothing, if it is no longer what the mail would tell.
public final class InvitationLetters implements MeetingLetters {
  /// From then on there is another reminder.
  private static final Duration NEAR = Duration.ofMinutes(15);

  private final MeetingStore meetings;
  private final MeetingLinks links;
  private final CalendarEvents events;

  public InvitationLetters(MeetingStore meetings, MeetingLinks links, CalendarEvents events) {
    this.meetings = meetings;
    this.links = links;
    this.events = events;
  }

  @Override
  public Optional<Letter> write(Tx tx, MailAbout about, MailTopic.Reader reader, Instant now)
      throws SQLException {
    MeetingId id = about.meetingId();
    Occasion occasion = about.occasion();
    if (id == null || occasion == null) {
      return Optional.empty();
    }
    return meetings
        .find(tx, id)
        .filter(meeting -> meeting.session().sequence() == about.sequence())
        .filter(meeting -> holds(meeting.session(), occasion, now))
        .map(meeting -> letter(meeting, occasion, now));
  }

  private static boolean holds(MeetingSession session, Occasion occasion, Instant now) {
    return switch (occasion) {
      case PLANNED, CONFIRMED, CHANGED, UPDATED ->
          !session.status().isOver() && now.isBefore(session.end());
      case CANCELLED -> session.status() == MeetingStatus.CANCELLED;
      case TOMORROW -> isAhead(session) && now.isBefore(session.scheduledTime().minus(NEAR));
      case SOON -> isAhead(session) && now.isBefore(session.scheduledTime());
    };
  }

  private static boolean isAhead(MeetingSession session) {
    return !session.status().isOver() && session.startedAt() == null;
  }

  private Letter letter(StoredMeeting meeting, Occasion occasion, Instant now) {
    MailTopic.Link link = links.link(meeting);
    return new Letter(
        MailedInvitations.facts(meeting, said(occasion, meeting.session().answer())),
        occasion == Occasion.CANCELLED ? null : link,
        calendar(events.ofApplicant(meeting, link.url()), occasion, now));
  }

  /// Whoever has said already that they come, or chose the time, is not asked.
  static Occasion said(Occasion occasion, MeetingAnswer answer) {
    if (answer != MeetingAnswer.ACCEPTED) {
      return occasion;
    }
    return switch (occasion) {
      case PLANNED -> Occasion.CONFIRMED;
      case CHANGED -> Occasion.UPDATED;
      case CONFIRMED, UPDATED, CANCELLED, TOMORROW, SOON -> occasion;
    };
  }

  private static MailContent.@Nullable Calendar calendar(
      CalendarEvent event, Occasion occasion, Instant now) {
    return switch (occasion) {
      case PLANNED, CONFIRMED, CHANGED, UPDATED ->
          new MailContent.Calendar(MailContent.Method.REQUEST, CalendarText.request(event, now));
      case CANCELLED ->
          new MailContent.Calendar(MailContent.Method.CANCEL, CalendarText.cancel(event, now));
      case TOMORROW, SOON -> null;
    };
  }

  @Override
  public void sent(Tx tx, MailKind kind, MeetingId meeting, long sequence) throws SQLException {
    if (kind == MailKind.MEETING_REMINDER) {
      meetings.markReminded(tx, meeting, sequence);
    } else {
      meetings.markNotified(tx, meeting, sequence);
    }
  }
}
