package dev.optima.protocol.meeting;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may happen to a meeting.
public sealed interface MeetingEvent {

  /// Something that a person does.
  sealed interface ByPerson extends MeetingEvent {
    UserId by();
  }

  /// A recruiter changes it: another time asks the applicant anew.
  ///
  /// @param worded whether what a calendar shows beside the time (title, description) is different
  record Change(
      UserId by, Instant scheduledTime, Duration length, List<UserId> interviewers, boolean worded)
      implements ByPerson {
    public Change {
      interviewers = List.copyOf(interviewers);
    }
  }

  /// The applicant says yes, no, or asks for another time.
  record Answer(UserId by, MeetingAnswer answer) implements ByPerson {}

  /// Either side calls it off.
  record Cancel(UserId by, @Nullable String reason) implements ByPerson {}

  /// A recruiter says that it took place.
  record Complete(UserId by) implements ByPerson {}

  /// A recruiter says that somebody did not come.
  record NoShow(UserId by, Absent absent) implements ByPerson {}

  /// A recruiter takes a completion by hand, or a no-show, back.
  record Undo(UserId by) implements ByPerson {}

  /// A call is held for it; both sides need not be there yet.
  record CallPlaced(CallId callId) implements MeetingEvent {}

  /// Both sides are in the room.
  record CallStarted(CallId callId) implements MeetingEvent {}

  /// The call ended after both sides had been in the room.
  record CallOver(CallId callId) implements MeetingEvent {}

  /// The call had started, and ended with both sides never seen together in it.
  ///
  /// @param placedAt when it began; what was before is of another call
  record CallFailed(CallId callId, Instant placedAt) implements MeetingEvent {}

  /// The deadline may have passed.
  ///
  /// @param callLive whether its call is live
  record Deadline(boolean callLive) implements MeetingEvent {}
}
