package dev.optima.backend.meeting.invite;

import dev.optima.backend.mail.MailAbout;
import dev.optima.backend.mail.MeetingFacts.Occasion;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.meeting.Reminder;
import dev.optima.backend.meeting.ReminderPost;
import dev.optima.backend.meeting.ReminderStore;
import dev.optima.backend.meeting.ReminderStore.Channel;
import dev.optima.backend.meeting.StoredMeeting;
import dev.optima.backend.push.MeetingPushes;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.message.ReminderKind;
import dev.optima.protocol.rest.MailKind;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// Carries reminders to an applicant who has no page open: by mail what is ahead, by push also what
/// cannot wait for a mail. Each is claimed first, so it is sent once.
public final class CarriedReminders implements ReminderPost {
  /// From then on one may join.
  private static final Duration NEAR = Duration.ofMinutes(15);

  /// For how long a push of tomorrow's meeting may wait for a device that is off.
  private static final Duration KEPT = Duration.ofHours(1);

  private final Outbox outbox;
  private final MeetingPushes pushes;
  private final ReminderStore claims = new ReminderStore();

  public CarriedReminders(Outbox outbox, MeetingPushes pushes) {
    this.outbox = outbox;
    this.pushes = pushes;
  }

  @Override
  public void due(Tx tx, StoredMeeting meeting, Reminder reminder) throws SQLException {
    MeetingSession session = meeting.session();
    if (session.status().isOver()
        || session.startedAt() != null
        || !reminder.readers().contains(session.applicantId())) {
      return;
    }
    boolean ahead = reminder.at().plus(least(reminder)).isBefore(session.scheduledTime());
    switch (reminder.kind()) {
      case DAY_BEFORE, SOON -> {
        if (ahead) {
          mail(tx, meeting, reminder);
          push(tx, meeting, reminder);
        }
      }
      case NUDGE, RUNNING_LATE -> push(tx, meeting, reminder);
      case ASK_OWNER -> {}
    }
  }

  /// One of tomorrow that comes late leaves it to the next.
  private static Duration least(Reminder reminder) {
    return reminder.kind() == ReminderKind.DAY_BEFORE ? NEAR.multipliedBy(4) : Duration.ZERO;
  }

  /// Whoever was not to be told by mail is not reminded by mail, unless somebody asks for it.
  private void mail(Tx tx, StoredMeeting meeting, Reminder reminder) throws SQLException {
    boolean wanted = meeting.details().sendEmail() || reminder.asked();
    if (!outbox.isOn() || !wanted || !take(tx, meeting, Channel.MAIL, reminder)) {
      return;
    }
    MeetingSession session = meeting.session();
    Occasion occasion =
        reminder.kind() == ReminderKind.DAY_BEFORE
            ? Occasion.TOMORROW
            : occasion(meeting, reminder);
    outbox.meeting(
        tx,
        new Outbox.MeetingMail(
            MailKind.MEETING_REMINDER,
            session.applicantId(),
            session.ownerId(),
            meeting.nameOf(session.ownerId()),
            MailAbout.meeting(session.meetingId(), session.sequence(), occasion)),
        MailedInvitations.facts(meeting, occasion),
        session.scheduledTime(),
        reminder.at());
  }

  /// A reminder that is asked for may be long before: then one cannot join yet.
  private static Occasion occasion(StoredMeeting meeting, Reminder reminder) {
    Instant start = meeting.session().scheduledTime();
    return reminder.at().plus(NEAR).isBefore(start) ? Occasion.TOMORROW : Occasion.SOON;
  }

  private void push(Tx tx, StoredMeeting meeting, Reminder reminder) throws SQLException {
    if (!take(tx, meeting, Channel.PUSH, reminder)) {
      return;
    }
    MeetingSession session = meeting.session();
    var notice =
        new MeetingPushes.Reminder(
            reminder.kind(),
            session.meetingId(),
            session.roomId(),
            meeting.details().title(),
            session.scheduledTime(),
            expiry(session, reminder));
    tx.afterCommit(() -> pushes.remind(session.applicantId(), notice));
  }

  /// A push service keeps what it cannot deliver, and what it keeps cannot be taken back: so what
  /// is not near is of no use soon, and what is ahead is none once it began.
  private static Instant expiry(MeetingSession session, Reminder reminder) {
    return switch (reminder.kind()) {
      case DAY_BEFORE -> earlier(reminder.at().plus(KEPT), session.scheduledTime());
      case SOON -> session.scheduledTime();
      case NUDGE, ASK_OWNER, RUNNING_LATE -> session.end();
    };
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private boolean take(Tx tx, StoredMeeting meeting, Channel channel, Reminder reminder)
      throws SQLException {
    UserId reader = meeting.session().applicantId();
    return reminder.asked()
        || claims.claim(tx, meeting, reader, channel, reminder.kind(), reminder.at());
  }
}
