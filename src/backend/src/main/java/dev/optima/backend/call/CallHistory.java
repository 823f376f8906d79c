package dev.optima.backend.call;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.CallList;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calls of one room, newest first, a page at a time.
public final class CallHistory {
  /// The most calls in one answer.
  public static final int MAX_PAGE = 200;

  private static final String OF_ROOM =
      "SELECT "
          + CallStore.COLUMNS
          + " FROM calls c WHERE c.room_id = ?%s ORDER BY c.created_at DESC, c.id DESC LIMIT %d";
  private static final String BEHIND = " AND (c.created_at < ? OR (c.created_at = ? AND c.id < ?))";

  private final Database database;
  private final CallStore store;
  private final InstantSource clock;

  public CallHistory(Database database, CallStore store, InstantSource clock) {
    this.database = database;
    this.store = store;
    this.clock = clock;
  }

  /// The calls of a room.
  ///
  /// @param before the `next` of the page before
  public CallList ofRoom(Identity who, RoomId room, @Nullable String before, int limit) {
    if (who.callId() != null || !who.maySee(room)) {
      throw Refusal.notFound("no such room");
    }
    return page(room, before, limit);
  }

  private CallList page(RoomId room, @Nullable String before, int limit) {
    int most = Math.clamp(limit, 1, MAX_PAGE);
    Object[] from = before == null ? new Object[] {room} : place(room, before);
    List<StoredCall> calls =
        database.read(
            tx -> {
              if (store.applicantName(tx, room).isEmpty()) {
                throw Refusal.notFound("no such room");
              }
              return store.many(
                  tx, OF_ROOM.formatted(from.length == 1 ? "" : BEHIND, most + 1), from);
            });
    boolean more = calls.size() > most;
    List<StoredCall> shown = more ? calls.subList(0, most) : calls;
    Instant now = clock.instant();
    return new CallList(
        shown.stream().map(call -> CallSnapshot.of(call.session(), now)).toList(),
        more ? cursor(shown.getLast()) : null);
  }

  private static String cursor(StoredCall call) {
    return call.session().createdAt().toEpochMilli() + "." + call.session().callId();
  }

  private static Object[] place(RoomId room, String cursor) {
    int dot = cursor.indexOf('.');
    try {
      long millis = Long.parseLong(cursor.substring(0, Math.max(dot, 0)));
      return new Object[] {room, millis, millis, cursor.substring(dot + 1)};
    } catch (NumberFormatException e) {
      throw Refusal.invalid("before", "not the `next` of a page");
    }
  }
}
