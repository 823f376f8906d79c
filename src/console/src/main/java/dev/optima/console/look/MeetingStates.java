package dev.optima.console.look;

import dev.optima.console.i18n.Message;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.Meeting;

/// How the state of a meeting is named and coloured, everywhere the same.
public final class MeetingStates {
  private MeetingStates() {}

  /// Its word: how far it is or, while it is to come, what the applicant answered.
  public static Message word(Meeting meeting) {
    return switch (meeting.status()) {
      case SCHEDULED, OPEN ->
          isLate(meeting) ? Message.of("meeting.state.overdue") : answer(meeting.answer());
      case IN_PROGRESS -> Message.of("meeting.state.live");
      case COMPLETED -> Message.of("meeting.state.completed");
      case CANCELLED -> Message.of("meeting.state.cancelled");
      case NO_SHOW -> absent(meeting.absent() == null ? Absent.APPLICANT : meeting.absent());
    };
  }

  private static boolean isLate(Meeting meeting) {
    return meeting.overdue() == Overdue.ASKED || meeting.overdue() == Overdue.REVIEW;
  }

  private static Message answer(MeetingAnswer answer) {
    return switch (answer) {
      case INVITED -> Message.of("meeting.state.invited");
      case ACCEPTED -> Message.of("meeting.state.accepted");
      case DECLINED -> Message.of("meeting.state.declined");
      case ASKED_TO_MOVE -> Message.of("meeting.state.askedToMove");
    };
  }

  /// Who did not come.
  public static Message absent(Absent who) {
    return switch (who) {
      case APPLICANT -> Message.of("meeting.state.noShow");
      case RECRUITER -> Message.of("meeting.state.noShow.us");
      case BOTH -> Message.of("meeting.state.noShow.both");
    };
  }

  /// The tone of its chip.
  public static String tone(Meeting meeting) {
    return switch (meeting.status()) {
      case SCHEDULED, OPEN ->
          isLate(meeting)
              ? "warn"
              : switch (meeting.answer()) {
                case INVITED -> "plain";
                case ACCEPTED -> "ok";
                case DECLINED -> "bad";
                case ASKED_TO_MOVE -> "warn";
              };
      case IN_PROGRESS -> "accent";
      case COMPLETED -> "ok";
      case CANCELLED -> "plain";
      case NO_SHOW -> "violet";
    };
  }
}
