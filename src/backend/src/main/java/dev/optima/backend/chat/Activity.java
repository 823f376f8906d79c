package dev.optima.backend.chat;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.RoomId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Keeps `applicants.activity_at` exact to a second, at the price of one write a second and room
/// instead of one a message.
final class Activity {
  private static final long STEP_MILLIS = 1_000;
  private static final int MAX_KNOWN = 20_000;

  private final ChatStore entries;
  private final ConcurrentMap<RoomId, Long> touched = new ConcurrentHashMap<>();

  Activity(ChatStore entries) {
    this.entries = entries;
  }

  void touch(Tx tx, RoomId room, Instant now) throws SQLException {
    long millis = now.toEpochMilli();
    Long before = touched.get(room);
    if (before != null && millis - before < STEP_MILLIS && millis >= before) {
      return;
    }
    entries.touch(tx, room, now);
    tx.afterCommit(() -> remember(room, millis));
  }

  private void remember(RoomId room, long millis) {
    if (touched.size() >= MAX_KNOWN) {
      touched.clear();
    }
    touched.put(room, millis);
  }
}
