package dev.optima.protocol.message;

import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call as clients see it. A client applies it only if `version` is newer than what it has.
///
/// @param expiresAt when the state ends by itself (the end of the ring, while it rings); null at
///   the end
/// @param startedAt when both sides were in the room for the first time; null again at the end if
///   one was lost at once, so that they never were there together for any time
/// @param duration seconds that both sides were in the room together, up to when this was written
/// @param togetherSince set while the duration is running: since when, without a gap
/// @param endedBy who ended it; null if a timer did
/// @param applicantName the name of whose room it is
public record CallSnapshot(
    CallId callId,
    RoomId roomId,
    UserId callerId,
    String callerName,
    UserId applicantId,
    String applicantName,
    @Nullable MeetingId meetingId,
    CallState state,
    long version,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant startedAt,
    @Nullable Instant togetherSince,
    @Nullable Instant endedAt,
    long duration,
    @Nullable CallOutcome outcome,
    @Nullable UserId endedBy,
    List<Person> participants) {

  public CallSnapshot {
    participants = List.copyOf(participants);
  }

  /// One participant.
  ///
  /// @param present in the room as far as is known
  public record Person(
      UserId userId,
      String name,
      Side role,
      boolean present,
      @Nullable Instant joinedAt,
      @Nullable Instant leftAt) {}

  /// The snapshot of a session at `now`; the duration is rounded to whole seconds.
  public static CallSnapshot of(CallSession session, Instant now) {
    return new CallSnapshot(
        session.callId(),
        session.roomId(),
        session.callerId(),
        name(session, session.callerId()),
        session.applicantId(),
        name(session, session.applicantId()),
        session.meetingId(),
        session.state(),
        session.version(),
        session.createdAt(),
        session.deadline(),
        session.startedAt(),
        session.togetherSince(),
        session.endedAt(),
        session.duration(now).plusMillis(500).toSeconds(),
        session.outcome(),
        session.endedBy(),
        session.participants().stream()
            .map(
                p ->
                    new Person(
                        p.userId(), p.name(), p.side(), p.isPresent(), p.joinedAt(), p.leftAt()))
            .toList());
  }

  /// The same state as it would have been written at another time.
  ///
  /// @param before when this was written
  public CallSnapshot writtenAt(Instant before, Instant now) {
    if (togetherSince == null) {
      return this;
    }
    return new CallSnapshot(
        callId,
        roomId,
        callerId,
        callerName,
        applicantId,
        applicantName,
        meetingId,
        state,
        version,
        createdAt,
        expiresAt,
        startedAt,
        togetherSince,
        endedAt,
        Math.max(0, duration + Duration.between(before, now).plusMillis(500).toSeconds()),
        outcome,
        endedBy,
        participants);
  }

  /// The session behind this snapshot, as far as a client can know it: enough to ask the machine
  /// what is possible.
  public CallSession toSession() {
    return new CallSession(
        callId,
        roomId,
        callerId,
        meetingId,
        state,
        version,
        participants.stream()
            .map(
                p ->
                    new Participant(
                        p.userId(),
                        p.name(),
                        p.role(),
                        p.joinedAt(),
                        p.joinedAt(),
                        null,
                        p.leftAt()))
            .toList(),
        createdAt,
        expiresAt,
        startedAt,
        togetherSince,
        Duration.ofSeconds(duration),
        endedAt,
        endedBy,
        outcome);
  }

  private static String name(CallSession session, UserId user) {
    return session.participant(user).map(Participant::name).orElse("");
  }
}
