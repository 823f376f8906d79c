package dev.optima.console.shell;

import dev.optima.console.i18n.Message;
import dev.optima.console.meeting.MeetingFacts;
import dev.optima.console.notify.News;
import dev.optima.console.settings.AlertKind;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.ServerMessage;
import java.util.Optional;

/// Which reminders and knocks are news for this recruiter: those of the interviews that one leads;
/// the question what to do goes to the owner alone.
final class MeetingAlerts {
  private MeetingAlerts() {}

  static Optional<News> of(ServerMessage message, UserId me) {
    if (message instanceof ServerMessage.MeetingChanged changed) {
      return knock(changed.meeting(), me);
    }
    if (!(message instanceof ServerMessage.Reminder reminder)
        || !MeetingFacts.isLedBy(reminder.meeting(), me)) {
      return Optional.empty();
    }
    Meeting meeting = reminder.meeting();
    String name = meeting.applicantName();
    return switch (reminder.kind()) {
      case DAY_BEFORE -> news(meeting, Message.of("reminder.dayBefore", name));
      case SOON -> news(meeting, Message.of("reminder.soon", name));
      case NUDGE -> news(meeting, Message.of("reminder.nudge", name));
      case ASK_OWNER ->
          meeting.adminId().equals(me)
              ? news(meeting, Message.of("reminder.ask", name))
              : Optional.empty();
      case RUNNING_LATE -> Optional.empty();
    };
  }

  /// The applicant has just come to the waiting room; whatever changes later is no news.
  private static Optional<News> knock(Meeting meeting, UserId me) {
    return meeting.knocks()
            && MeetingFacts.isLedBy(meeting, me)
            && meeting.updatedAt().equals(meeting.waitingSince())
        ? news(meeting, Message.of("reminder.knock", meeting.applicantName()))
        : Optional.empty();
  }

  private static Optional<News> news(Meeting meeting, Message title) {
    return Optional.of(
        News.of(
            AlertKind.REMINDER,
            meeting.roomId(),
            title,
            Message.of("reminder.text", meeting.title(), meeting.durationMinutes())));
  }
}
