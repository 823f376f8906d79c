package dev.optima.backend.call;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What calls have to do with meetings: a call that is placed while a meeting may be joined belongs
/// to it and uses its room, and its meeting follows it. Both inside the transaction of the call.
public interface CallMeetings {

  /// There are no meetings.
  CallMeetings NONE =
      new CallMeetings() {
        @Override
        public Optional<Place> joinable(Tx tx, RoomId room, Instant now) {
          return Optional.empty();
        }

        @Override
        public void follow(Tx tx, CallSession call, boolean hadStarted, Instant now) {}

        @Override
        public Optional<Door> door(Tx tx, String mediaRoom, Instant now) {
          return Optional.empty();
        }

        @Override
        public boolean keepsWaiting(Tx tx, MeetingId meeting) {
          return false;
        }

        @Override
        public boolean isOpen(Tx tx, MeetingId meeting, Instant now) {
          return true;
        }
      };

  /// A meeting, and the unguessable name of its room.
  ///
  /// @param provider what is to carry its video; null: as the organisation has it
  record Place(MeetingId meetingId, String mediaRoom, @Nullable String provider) {}

  /// How it stands with the room of a meeting.
  ///
  /// @param open whether it may be entered now
  /// @param waits whether the applicant still has to be let in
  record Door(boolean open, boolean waits) {}

  /// The meeting of a room that may be joined now.
  Optional<Place> joinable(Tx tx, RoomId room, Instant now) throws SQLException;

  /// A call was placed, both are in the room, or it is over.
  ///
  /// @param hadStarted whether both were said to be in the room before
  void follow(Tx tx, CallSession call, boolean hadStarted, Instant now) throws SQLException;

  /// Whether its room may be entered now.
  boolean isOpen(Tx tx, MeetingId meeting, Instant now) throws SQLException;

  /// How it stands with the meeting whose room has this name.
  Optional<Door> door(Tx tx, String mediaRoom, Instant now) throws SQLException;

  /// Whether the applicant has to be let in.
  boolean keepsWaiting(Tx tx, MeetingId meeting) throws SQLException;
}
