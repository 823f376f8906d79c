package dev.optima.protocol.meeting;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A meeting as the machine sees it; immutable.
///
/// @param interviewers who leads it, the owner among them
/// @param sequence rises with every change that calendars must learn of (RFC 5546, 2.1.4)
/// @param version rises by one with every transition
/// @param deadline when something happens by itself next; null if nothing does
/// @param callId the call that is, or was last, held for it
/// @param startedAt when both sides were in the room for the first time
/// @param closedAt when it was completed, cancelled, or said to be a no-show
public record MeetingSession(
    MeetingId meetingId,
    RoomId roomId,
    UserId ownerId,
    List<UserId> interviewers,
    Instant scheduledTime,
    Duration length,
    MeetingStatus status,
    MeetingAnswer answer,
    Overdue overdue,
    @Nullable Absent absent,
    @Nullable UserId cancelledBy,
    @Nullable String cancelReason,
    long sequence,
    long version,
    @Nullable Instant deadline,
    @Nullable CallId callId,
    @Nullable Instant startedAt,
    @Nullable Instant closedAt) {

  public MeetingSession {
    interviewers = List.copyOf(interviewers);
    if (!length.isPositive()) {
      throw new IllegalArgumentException("a meeting is longer than zero");
    }
  }

  public UserId applicantId() {
    return roomId.applicant();
  }

  /// When it should be over.
  public Instant end() {
    return scheduledTime.plus(length);
  }

  /// The same state, one version up: where only something beside it is different.
  public MeetingSession touched() {
    return new MeetingSession(
        meetingId,
        roomId,
        ownerId,
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
        version + 1,
        deadline,
        callId,
        startedAt,
        closedAt);
  }
}
