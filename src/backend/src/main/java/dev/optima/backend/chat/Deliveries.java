package dev.optima.backend.chat;

import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ServerMessage;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers how far messages have reached people. Noted in memory for each message, stored and
/// told a few times a second: the newest mark says it all, so many messages cost one write.
public final class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  private final Database database;
  private final ReadMarkStore marks;
  private final ChatFeed feed;
  private final ConcurrentMap<Reached, Long> reached = new ConcurrentHashMap<>();

  public Deliveries(Database database, ReadMarkStore marks, ChatFeed feed) {
    this.database = database;
    this.marks = marks;
    this.feed = feed;
  }

  private record Reached(RoomId room, UserId user) {}

  /// All up to `seq` is with a device of this person. From any thread.
  public void note(RoomId room, UserId user, long seq) {
    reached.merge(new Reached(room, user), seq, Math::max);
  }

  /// Stores what was noted since the last time, and tells the other side. Blocks.
  public void flush() {
    for (Reached key : List.copyOf(reached.keySet())) {
      Long seq = reached.remove(key);
      if (seq != null) {
        store(key, seq);
      }
    }
  }

  private void store(Reached key, long seq) {
    try {
      database.submit(
          key.room.value(),
          tx -> {
            Long upTo = marks.reached(tx, key.room, key.user, seq);
            if (upTo != null) {
              tx.afterCommit(() -> tell(key, upTo));
            }
            return upTo != null;
          },
          new Logged());
    } catch (Refusal e) {
      reached.merge(key, seq, Math::max);
    }
  }

  /// The team wants to know about the applicant, the applicant about the team; in a room of the
  /// team's own, colleagues about each other.
  private void tell(Reached key, long seq) {
    var status = new ServerMessage.ChatStatus(key.room, key.user, seq, null);
    if (key.user.equals(key.room.applicant()) || key.room.isTeamOnly()) {
      feed.tellTeam(status);
    } else {
      feed.tellApplicant(key.room, status);
    }
  }

  private static final class Logged implements Database.Outcome<Boolean> {
    @Override
    public void durable(Boolean moved) {}

    @Override
    public void failed(RuntimeException cause) {
      LOG.warn("A delivery mark was not stored: {}", cause.getMessage());
    }
  }
}
