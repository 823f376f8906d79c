package dev.optima.console.meeting;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.Meeting;
import java.time.Duration;

/// What can be told from a meeting.
public final class MeetingFacts {
  private MeetingFacts() {}

  public static boolean isCancelled(Meeting meeting) {
    return meeting.status() == MeetingStatus.CANCELLED;
  }

  /// Whether this person leads it, alone or with others.
  public static boolean isLedBy(Meeting meeting, UserId person) {
    return meeting.adminId().equals(person)
        || meeting.interviewers().stream().anyMatch(it -> it.userId().equals(person));
  }

  /// As the machine of meetings sees it, to ask it what is possible. It has no deadline: only the
  /// backend lets time act.
  public static MeetingSession session(Meeting meeting) {
    return new MeetingSession(
        meeting.meetingId(),
        meeting.roomId(),
        meeting.adminId(),
        meeting.interviewers().stream().map(Meeting.Interviewer::userId).toList(),
        meeting.scheduledTime(),
        Duration.ofMinutes(meeting.durationMinutes()),
        meeting.status(),
        meeting.answer(),
        meeting.overdue(),
        meeting.absent(),
        meeting.cancelledBy(),
        meeting.cancelReason(),
        meeting.sequence(),
        meeting.version(),
        null,
        meeting.callId(),
        meeting.startedAt(),
        meeting.completedAt());
  }
}
