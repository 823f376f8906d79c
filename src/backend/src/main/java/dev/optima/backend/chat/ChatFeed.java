package dev.optima.backend.chat;

import dev.optima.backend.bus.Audience;
import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.bus.Outgoing;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Subject;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import org.jspecify.annotations.Nullable;

/// Tells a room: the team, and the applicant if it is not the team's own.
public final class ChatFeed {
  private final MessageBus bus;

  public ChatFeed(MessageBus bus) {
    this.bus = bus;
  }

  /// A new entry, or one that was changed.
  ///
  /// @param from the connection that sent it, which knows already
  public void entry(ChatEntry entry, @Nullable String from) {
    tell(entry.roomId(), new ServerMessage.ChatMessage(entry), from);
  }

  /// Somebody has read up to `seq`. The reader's own devices are told last, with what is left.
  void read(RoomId room, UserId reader, long seq, long unread) {
    tell(room, new ServerMessage.ChatStatus(room, reader, seq, seq), null);
    bus.publish(
        Subject.user(reader),
        Parcel.Event.main(new ServerMessage.ChatStatus(room, reader, seq, seq, unread)));
  }

  void tell(RoomId room, ServerMessage message, @Nullable String except) {
    var parcel = new Parcel.Event(new Outgoing(message), Audience.mainExcept(except));
    if (!room.isTeamOnly()) {
      bus.publish(Subject.user(room.applicant()), parcel);
    }
    bus.publish(Subject.TEAM, parcel);
  }

  void tellTeam(ServerMessage message) {
    bus.publish(Subject.TEAM, Parcel.Event.main(message));
  }

  void tellApplicant(RoomId room, ServerMessage message) {
    if (!room.isTeamOnly()) {
      bus.publish(Subject.user(room.applicant()), Parcel.Event.main(message));
    }
  }
}
