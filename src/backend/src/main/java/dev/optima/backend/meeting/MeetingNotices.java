package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.backend.meeting.MeetingTransitions.Act;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.MeetingNews;
import dev.optima.protocol.message.ReminderKind;
import dev.optima.protocol.rest.NotifyMeeting;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// Tells an applicant something about a meeting, when a recruiter asks for it.
final class MeetingNotices {
  private static final int LATEST = 120;

  private final MeetingTransitions transitions;
  private final CalendarPost calendars;
  private final MeetingReminders reminders;
  private final MeetingViews views;

  MeetingNotices(
      MeetingTransitions transitions,
      CalendarPost calendars,
      MeetingReminders reminders,
      MeetingViews views) {
    this.transitions = transitions;
    this.calendars = calendars;
    this.reminders = reminders;
    this.views = views;
  }

  StoredMeeting tell(Tx tx, Identity who, MeetingId id, NotifyMeeting wanted, Instant now)
      throws SQLException {
    StoredMeeting meeting = transitions.present(tx, id);
    MeetingDeeds.checkMayKnow(who, meeting);
    if (meeting.session().status().isOver()) {
      throw Refusal.about(ErrorCode.STALE, "the meeting is past that", views.seenBy(who, meeting));
    }
    var deed = MeetingDeed.by(who, now, true);
    switch (wanted.kind()) {
      case INVITATION -> {
        calendars.again(tx, meeting, deed);
        transitions.noted(tx, meeting, Act.untold("notified", deed), what(wanted));
      }
      case REMINDER -> {
        reminders.now(tx, meeting, ReminderKind.SOON, now);
        transitions.noted(tx, meeting, Act.untold("notified", deed), what(wanted));
      }
      case RUNNING_LATE -> {
        reminders.now(tx, meeting, ReminderKind.RUNNING_LATE, now);
        var act = Act.told("notified", MeetingNews.What.RUNNING_LATE, deed);
        transitions.noted(tx, meeting, act, late(wanted));
      }
    }
    return meeting;
  }

  private static Map<String, String> late(NotifyMeeting wanted) {
    int minutes = wanted.minutes() == null ? 0 : wanted.minutes();
    if (minutes < 0 || minutes > LATEST) {
      throw Refusal.invalid("minutes", "minutes is 0 to " + LATEST);
    }
    return minutes == 0
        ? what(wanted)
        : Map.of("kind", "running_late", "minutes", Integer.toString(minutes));
  }

  private static Map<String, String> what(NotifyMeeting wanted) {
    return Map.of("kind", wanted.kind().name().toLowerCase(Locale.ROOT));
  }
}
