package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.backend.meeting.MeetingTransitions.Act;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.MeetingNews;
import dev.optima.protocol.message.ReminderKind;
import dev.optima.protocol.rest.NotifyMeeting;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    if (isPast(meeting.session(), wanted.kind(), now)) {
      throw Refusal.about(ErrorCode.STALE, "the meeting is past that", views.seenBy(who, meeting));
    }
    var deed = MeetingDeed.by(who, now, true);
    switch (wanted.kind()) {
      case INVITATION -> {
        calendars.again(tx, meeting, deed);
        transitions.noted(tx, meeting, Act.untold("notified", deed), what(wanted), null);
      }
      case REMINDER -> {
        reminders.now(tx, meeting, ReminderKind.SOON, null, now);
        transitions.noted(tx, meeting, Act.untold("notified", deed), what(wanted), null);
      }
      case RUNNING_LATE -> {
        Integer minutes = minutes(wanted);
        reminders.now(tx, meeting, ReminderKind.RUNNING_LATE, minutes, now);
        var act = Act.told("notified", MeetingNews.What.RUNNING_LATE, deed);
        transitions.noted(tx, meeting, act, late(minutes), minutes);
      }
    }
    return meeting;
  }

  /// Nobody is reminded of what has begun; that the team is late can be said until it ends.
  private static boolean isPast(MeetingSession session, NotifyMeeting.Kind kind, Instant now) {
    boolean begun =
        switch (kind) {
          case INVITATION -> false;
          case REMINDER -> session.startedAt() != null || !now.isBefore(session.scheduledTime());
          case RUNNING_LATE -> session.startedAt() != null;
        };
    return begun || session.status().isOver() || !now.isBefore(session.end());
  }

  private static @Nullable Integer minutes(NotifyMeeting wanted) {
    Integer minutes = wanted.minutes();
    if (minutes != null && (minutes < 1 || minutes > LATEST)) {
      throw Refusal.invalid("minutes", "minutes is 1 to " + LATEST);
    }
    return minutes;
  }

  private static Map<String, String> late(@Nullable Integer minutes) {
    return minutes == null
        ? Map.of("kind", "running_late")
        : Map.of("kind", "running_late", "minutes", minutes.toString());
  }

  private static Map<String, String> what(NotifyMeeting wanted) {
    return Map.of("kind", wanted.kind().name().toLowerCase(Locale.ROOT));
  }
}
