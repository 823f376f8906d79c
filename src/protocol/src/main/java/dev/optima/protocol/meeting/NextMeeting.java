package dev.optima.protocol.meeting;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingDecision.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The next state of a meeting in the making.
final class NextMeeting {
  final MeetingSession from;
  List<UserId> interviewers;
  Instant scheduledTime;
  Duration length;
  MeetingStatus status;
  MeetingAnswer answer;
  Overdue overdue;
  @Nullable Absent absent;
  @Nullable UserId cancelledBy;
  @Nullable String cancelReason;
  long sequence;
  @Nullable Instant deadline;
  @Nullable CallId callId;
  @Nullable Instant startedAt;
  @Nullable Instant closedAt;

  NextMeeting(MeetingSession from) {
    this.from = from;
    interviewers = from.interviewers();
    scheduledTime = from.scheduledTime();
    length = from.length();
    status = from.status();
    answer = from.answer();
    overdue = from.overdue();
    absent = from.absent();
    cancelledBy = from.cancelledBy();
    cancelReason = from.cancelReason();
    sequence = from.sequence();
    deadline = from.deadline();
    callId = from.callId();
    startedAt = from.startedAt();
    closedAt = from.closedAt();
  }

  Instant end() {
    return scheduledTime.plus(length);
  }

  /// Puts a meeting that has not begun where its time says, with no effect.
  NextMeeting plan(MeetingTimers timers, Instant now) {
    if (now.isBefore(scheduledTime.minus(timers.open()))) {
      return at(MeetingStatus.SCHEDULED, Overdue.NONE, scheduledTime.minus(timers.open()));
    }
    if (now.isBefore(scheduledTime.plus(timers.nudge()))) {
      return at(MeetingStatus.OPEN, Overdue.NONE, scheduledTime.plus(timers.nudge()));
    }
    if (now.isBefore(scheduledTime.plus(timers.ask()))) {
      return at(MeetingStatus.OPEN, Overdue.NUDGED, scheduledTime.plus(timers.ask()));
    }
    if (now.isBefore(end().plus(timers.review()))) {
      return at(MeetingStatus.OPEN, Overdue.ASKED, end().plus(timers.review()));
    }
    return at(MeetingStatus.OPEN, Overdue.REVIEW, null);
  }

  /// As time went by. Whoever looks late does only what is due now: nothing is nudged or asked that
  /// should have been long ago.
  Transition pass(MeetingTimers timers, Instant now) {
    plan(timers, now);
    if (overdue == from.overdue()) {
      return status == from.status() ? with() : with(MeetingEffect.OPENED);
    }
    return switch (overdue) {
      case NONE -> with();
      case NUDGED -> with(MeetingEffect.NUDGE_MISSING);
      case ASKED -> with(MeetingEffect.ASK_OWNER);
      case REVIEW -> with(MeetingEffect.REVIEW);
    };
  }

  NextMeeting close(MeetingStatus terminal, Instant now) {
    status = terminal;
    overdue = Overdue.NONE;
    closedAt = now;
    deadline = null;
    return this;
  }

  Transition with(MeetingEffect... effects) {
    return new Transition(build(), List.of(effects));
  }

  private NextMeeting at(MeetingStatus now, Overdue late, @Nullable Instant next) {
    status = now;
    overdue = late;
    deadline = next;
    return this;
  }

  private MeetingSession build() {
    return new MeetingSession(
        from.meetingId(),
        from.roomId(),
        from.ownerId(),
        interviewers,
        scheduledTime,
        length,
        status,
        answer,
        overdue,
        absent,
        cancelledBy,
        cancelReason,
        sequence,
        from.version() + 1,
        deadline,
        callId,
        startedAt,
        closedAt);
  }
}
