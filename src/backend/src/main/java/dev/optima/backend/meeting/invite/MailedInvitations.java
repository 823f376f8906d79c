package dev.optima.backend.meeting.invite;

import dev.optima.backend.mail.MailAbout;
import dev.optima.backend.mail.MeetingFacts;
import dev.optima.backend.mail.MeetingFacts.Occasion;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.meeting.CalendarPost;
import dev.optima.backend.meeting.MeetingDeed;
import dev.optima.backend.meeting.StoredMeeting;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.MailKind;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// Brings meetings into the applicant's calendar by mail. What waits about an earlier state is
/// taken back: an invitation that was not sent is sent as it is now, also if the change alone was
/// not to be told, and of what was called off before there is no word.
public final class MailedInvitations implements CalendarPost {
  /// Until then whoever was invited should know that it was called off.
  private static final Duration CANCELLATION_LIFE = Duration.ofDays(1);

  private final Outbox outbox;

  public MailedInvitations(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void update(Tx tx, StoredMeeting meeting, MeetingDeed deed) throws SQLException {
    MeetingSession session = meeting.session();
    boolean waited = outbox.withdraw(tx, session.meetingId());
    if (deed.mail() || waited) {
      boolean invited = outbox.hasInvited(tx, session.meetingId());
      Occasion occasion = invited ? Occasion.CHANGED : Occasion.PLANNED;
      queue(tx, meeting, deed, MailKind.MEETING, occasion, session.end());
    }
  }

  @Override
  public void cancel(Tx tx, StoredMeeting meeting, MeetingDeed deed) throws SQLException {
    MeetingId id = meeting.session().meetingId();
    boolean unknown = outbox.withdraw(tx, id) && !outbox.hasInvited(tx, id);
    if (deed.mail() && !unknown) {
      Instant end = meeting.session().end();
      Instant from = end.isAfter(deed.at()) ? end : deed.at();
      Instant until = from.plus(CANCELLATION_LIFE);
      queue(tx, meeting, deed, MailKind.MEETING_CANCELLED, Occasion.CANCELLED, until);
    }
  }

  @Override
  public void again(Tx tx, StoredMeeting meeting, MeetingDeed deed) throws SQLException {
    outbox.demandOn();
    outbox.withdrawInvitations(tx, meeting.session().meetingId());
    queue(tx, meeting, deed, MailKind.MEETING, Occasion.PLANNED, meeting.session().end());
  }

  private void queue(
      Tx tx,
      StoredMeeting meeting,
      MeetingDeed deed,
      MailKind kind,
      Occasion occasion,
      Instant until)
      throws SQLException {
    MeetingSession session = meeting.session();
    UserId by = Objects.requireNonNullElse(deed.byId(), session.ownerId());
    String name = deed.byName().isEmpty() ? meeting.nameOf(session.ownerId()) : deed.byName();
    outbox.meeting(
        tx,
        new Outbox.MeetingMail(
            kind,
            session.applicantId(),
            by,
            name,
            MailAbout.meeting(session.meetingId(), session.sequence(), occasion)),
        facts(meeting, occasion),
        until,
        deed.at());
  }

  static MeetingFacts facts(StoredMeeting meeting, Occasion occasion) {
    MeetingSession session = meeting.session();
    return new MeetingFacts(
        occasion,
        meeting.details().title(),
        session.scheduledTime(),
        session.length(),
        meeting.details().timeZone(),
        meeting.interviewers().stream().map(Meeting.Interviewer::name).toList(),
        meeting.details().description(),
        session.cancelReason());
  }
}
