package dev.optima.backend.applicant;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Presence;
import dev.optima.backend.chat.ChatStore;
import dev.optima.backend.chat.ReadMarkStore;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.rest.Room;

/// The room of an applicant, as somebody finds it.
public final class RoomService {
  private final Database database;
  private final Presence presence;
  private final ChatStore entries;
  private final ReadMarkStore marks;
  private final ApplicantStore applicants = new ApplicantStore();

  public RoomService(Database database, Presence presence, ChatStore entries, ReadMarkStore marks) {
    this.database = database;
    this.presence = presence;
    this.entries = entries;
    this.marks = marks;
  }

  /// One room: any for the team, an applicant's own.
  public Room get(Identity who, RoomId room) {
    if (who.callId() != null || !who.maySee(room)) {
      throw notFound();
    }
    return database.read(
        tx -> {
          ApplicantStore.Stored applicant =
              applicants.find(tx, room.applicant()).orElseThrow(RoomService::notFound);
          return new Room(
              room,
              applicant.id(),
              applicant.name(),
              entries.lastSeq(tx, room).orElse(0L),
              marks.of(tx, room, who.userId()).readSeq(),
              marks.unread(tx, room, who.userId()),
              presence.isOnline(applicant.id()));
        });
  }

  private static Refusal notFound() {
    return Refusal.notFound("there is no such room");
  }
}
