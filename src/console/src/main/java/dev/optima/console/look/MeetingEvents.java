package dev.optima.console.look;

import dev.optima.console.i18n.Message;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.MeetingNews;
import org.kordamp.ikonli.feather.Feather;

/// How what happened to a meeting is told in a chat, everywhere the same.
public final class MeetingEvents {
  private MeetingEvents() {}

  /// What happened, and by whom where that matters.
  public static Message word(ChatEntry entry, MeetingNews news) {
    String who = entry.senderName();
    return switch (news.what()) {
      case SCHEDULED -> Message.of("event.meeting.scheduled");
      case MOVED -> Message.of("event.meeting.moved");
      case CHANGED -> Message.of("event.meeting.changed");
      case ACCEPTED -> Message.of("event.meeting.accepted", who);
      case DECLINED -> Message.of("event.meeting.declined", who);
      case ASKED_TO_MOVE -> Message.of("event.meeting.askedToMove", who);
      case CANCELLED -> Message.of("event.meeting.cancelled", who);
      case RUNNING_LATE ->
          news.minutes() == null
              ? Message.of("event.meeting.late")
              : Message.of("event.meeting.lateBy", news.minutes());
      case COMPLETED -> Message.of("event.meeting.completed");
      case NO_SHOW ->
          Message.of(
              "event.meeting.noShow",
              MeetingStates.absent(news.absent() == null ? Absent.APPLICANT : news.absent()));
    };
  }

  public static Feather icon(MeetingNews news) {
    return switch (news.what()) {
      case SCHEDULED, MOVED, CHANGED -> Feather.CALENDAR;
      case ACCEPTED, COMPLETED -> Feather.CHECK_CIRCLE;
      case DECLINED, CANCELLED, NO_SHOW -> Feather.X_CIRCLE;
      case ASKED_TO_MOVE -> Feather.HELP_CIRCLE;
      case RUNNING_LATE -> Feather.CLOCK;
    };
  }

  /// Whether the recruiter is asked for something.
  public static boolean asks(MeetingNews news) {
    return news.what() == MeetingNews.What.ASKED_TO_MOVE
        || news.what() == MeetingNews.What.DECLINED;
  }
}
