package dev.optima.protocol.call;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call as the machine sees it; immutable.
///
/// @param version rises by one with every transition
/// @param deadline when the state ends by itself; null exactly in a terminal state
/// @param startedAt when both sides were in the room for the first time
/// @param togetherSince since when both sides are in the room without a gap
/// @param together for how long both sides were in the room before `togetherSince`
/// @param endedBy who ended it; null if a timer did
public record CallSession(
    CallId callId,
    RoomId roomId,
    UserId callerId,
    @Nullable MeetingId meetingId,
    CallState state,
    long version,
    List<Participant> participants,
    Instant createdAt,
    @Nullable Instant deadline,
    @Nullable Instant startedAt,
    @Nullable Instant togetherSince,
    Duration together,
    @Nullable Instant endedAt,
    @Nullable UserId endedBy,
    @Nullable CallOutcome outcome) {

  public CallSession {
    participants = List.copyOf(participants);
  }

  public UserId applicantId() {
    return roomId.applicant();
  }

  public Optional<Participant> participant(UserId user) {
    return participants.stream().filter(p -> p.userId().equals(user)).findFirst();
  }

  /// How long both sides were in the room together, up to `now`.
  public Duration duration(Instant now) {
    if (togetherSince == null || now.isBefore(togetherSince)) {
      return together;
    }
    return together.plus(Duration.between(togetherSince, now));
  }

  /// The same call, one version up, with another deadline.
  CallSession dueAt(Instant due) {
    return new CallSession(
        callId,
        roomId,
        callerId,
        meetingId,
        state,
        version + 1,
        participants,
        createdAt,
        due,
        startedAt,
        togetherSince,
        together,
        endedAt,
        endedBy,
        outcome);
  }

  /// Whether both sides are together in a live call, or were: that each came, and one was never
  /// seen again, is no meeting.
  boolean met() {
    return togetherSince != null || !together.isZero();
  }

  /// Somebody of the team who came into a call that another placed.
  boolean isGuest(Participant who) {
    return who.side() == Side.RECRUITER && !who.userId().equals(callerId);
  }

  /// Whether nobody more can be in it; somebody may be gone whose place is free all the same, which
  /// [CallMachine#isFull] knows.
  boolean isFull() {
    return there() >= CallMachine.MAX_PARTICIPANTS;
  }

  /// How many have not left it.
  long there() {
    return participants.stream().filter(p -> p.leftAt() == null).count();
  }
}
