package dev.optima.backend.attachment;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.RoomId;

/// Who may see a file: its uploader until it is sent, then everybody in the room.
final class AttachmentRights {
  private AttachmentRights() {}

  /// Refuses rooms that are not there for this person.
  static void demand(Identity who, RoomId room) {
    if (who.callId() != null) {
      throw Refusal.forbidden("a call ticket opens no chat");
    }
    if (!who.maySee(room)) {
      throw noRoom();
    }
  }

  static boolean mayRead(Identity who, StoredFile file) {
    return who.callId() == null
        && who.maySee(file.room())
        && (file.message() != null || file.uploader().equals(who.userId()));
  }

  static boolean mayChange(Identity who, StoredFile file) {
    return who.callId() == null && who.maySee(file.room()) && file.uploader().equals(who.userId());
  }

  static Refusal noRoom() {
    return Refusal.notFound("no such room");
  }

  static Refusal noFile() {
    return Refusal.notFound("no such file");
  }
}
