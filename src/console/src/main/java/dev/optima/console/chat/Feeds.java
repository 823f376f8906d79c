package dev.optima.console.chat;

import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import java.util.List;
import java.util.Optional;

/// The two rooms of one applicant: the chat with them, and the team's notes about them.
record Feeds(RoomFeed chat, RoomFeed notes) {

  RoomFeed of(RoomId room) {
    return room.isTeamOnly() ? notes : chat;
  }

  /// The other of the two.
  RoomFeed beside(RoomId room) {
    return room.isTeamOnly() ? chat : notes;
  }

  List<RoomFeed> both() {
    return List.of(chat, notes);
  }

  Optional<ChatEntry> find(MessageId id) {
    return chat.log().find(id).or(() -> notes.log().find(id));
  }

  boolean areLoaded() {
    return chat.log().isLoaded() && notes.log().isLoaded();
  }

  boolean areAsking() {
    return chat.isAsking() || notes.isAsking();
  }
}
