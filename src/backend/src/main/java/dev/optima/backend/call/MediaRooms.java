package dev.optima.backend.call;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallEvent;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Calls as media servers know them: by the name of their room. A meeting has one room for all its
/// calls. Everything inside the transaction of whoever asks.
public final class MediaRooms {
  /// How far the media server's clock may be behind, which also cuts its times to the second.
  private static final Duration BEHIND = Duration.ofSeconds(10);

  private final CallStore calls;
  private final CallTransitions transitions;
  private final CallMeetings meetings;

  MediaRooms(CallKernel kernel, CallMeetings meetings) {
    this.calls = kernel.calls();
    this.transitions = kernel.transitions();
    this.meetings = meetings;
  }

  /// A call, and who is in it.
  ///
  /// @param provider what carries its video now
  public record MediaCall(
      CallId callId, RoomId roomId, String provider, List<Participant> people) {}

  /// The call of which something is told that happened then: the last that had begun.
  public Optional<MediaCall> at(Tx tx, String mediaRoom, Instant at) throws SQLException {
    return calls.ofMediaRoom(tx, mediaRoom, at.plus(BEHIND)).map(MediaRooms::mediaCall);
  }

  public Optional<MediaCall> find(Tx tx, CallId call) throws SQLException {
    return calls.find(tx, call).map(MediaRooms::mediaCall);
  }

  private static MediaCall mediaCall(StoredCall call) {
    CallSession session = call.session();
    return new MediaCall(
        session.callId(), session.roomId(), call.provider(), session.participants());
  }

  /// The media server has somebody in the room. Like a sign of life, it brings nobody back who said
  /// that they leave.
  public void seen(Tx tx, CallId call, UserId who, Instant now) throws SQLException {
    transitions.apply(tx, call, new CallEvent.Alive(who), session -> {}, now, null);
  }

  /// The media server misses somebody.
  public void missed(Tx tx, CallId call, UserId who, Instant now) throws SQLException {
    transitions.apply(tx, call, new CallEvent.Lost(who), session -> {}, now, null);
  }

  /// How a room may be opened.
  ///
  /// @param waits whether the applicant still has to be let in
  public record Opening(boolean waits) {}

  /// Whether a room may be opened now: that of a live call which nobody waits for at the phone any
  /// more, or of a meeting that may be joined.
  public Optional<Opening> opening(Tx tx, String mediaRoom, Instant now) throws SQLException {
    Optional<CallMeetings.Door> door = meetings.door(tx, mediaRoom, now);
    boolean waits = door.filter(CallMeetings.Door::waits).isPresent();
    boolean live =
        calls
            .ofMediaRoom(tx, mediaRoom, Instant.ofEpochMilli(Long.MAX_VALUE))
            .map(call -> call.session().state())
            .filter(state -> !state.isTerminal() && state != CallState.RINGING)
            .isPresent();
    return live || door.filter(CallMeetings.Door::open).isPresent()
        ? Optional.of(new Opening(waits))
        : Optional.empty();
  }
}
