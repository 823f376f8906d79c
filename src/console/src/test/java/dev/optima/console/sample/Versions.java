package dev.optima.console.sample;

import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The next version of a meeting.
final class Versions {
  private Versions() {}

  static Meeting with(Meeting m, MeetingStatus status, @Nullable Absent absent) {
    return with(m, status, absent, m.admittedAt());
  }

  static Meeting admitted(Meeting m, Instant at) {
    return with(m, m.status(), m.absent(), at);
  }

  private static Meeting with(
      Meeting m, MeetingStatus status, @Nullable Absent absent, @Nullable Instant admittedAt) {
    return new Meeting(
        m.meetingId(),
        m.applicantId(),
        m.applicantName(),
        m.adminId(),
        m.roomId(),
        m.title(),
        m.description(),
        m.scheduledTime(),
        m.durationMinutes(),
        m.timeZone(),
        m.applicantTimeZone(),
        m.jitsiRoomName(),
        m.meetingLink(),
        status,
        m.answer(),
        status.isOver() ? Overdue.NONE : m.overdue(),
        m.proposals(),
        m.note(),
        m.interviewers(),
        m.sendEmail(),
        m.remind15Min(),
        m.waitingRoom(),
        m.consentToRecord(),
        m.reminderSent(),
        m.notificationSent(),
        m.sequence(),
        m.version() + 1,
        absent,
        m.cancelledBy(),
        m.cancelReason(),
        m.overrideReason(),
        m.callId(),
        m.waitingSince(),
        admittedAt,
        m.createdAt(),
        m.updatedAt(),
        m.startedAt(),
        status.isOver() ? m.scheduledTime().plusSeconds(900) : null,
        m.provider());
  }

  static Meeting planned(Meeting m, ScheduleMeeting plan) {
    return SampleMeeting.of(
            m.meetingId().value(), m.applicantId(), m.applicantName(), plan.scheduledTime())
        .title(plan.title())
        .minutes(plan.durationMinutes())
        .zone(m.applicantTimeZone())
        .version(m.version() + 1)
        .build();
  }
}
