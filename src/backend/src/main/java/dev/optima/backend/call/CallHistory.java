package dev.optima.backend.call;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.CallList;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calls that were, newest first, a page at a time.
public final class CallHistory {
  /// The most calls in one answer.
  public static final int MAX_PAGE = 200;

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
    return page(CallFilter.ALL, room, before, limit);
  }

  /// All calls, for the team; an applicant's are those of the own room.
  public CallList list(Identity who, CallFilter filter, @Nullable String before, int limit) {
    if (who.callId() != null) {
      throw Refusal.forbidden("a call ticket opens no history");
    }
    return page(filter, who.isTeam() ? null : RoomId.of(who.userId()), before, limit);
  }

  private CallList page(
      CallFilter filter, @Nullable RoomId room, @Nullable String before, int limit) {
    int most = Math.clamp(limit, 1, MAX_PAGE);
    var query = new Query(filter, room, before);
    List<StoredCall> calls =
        database.read(
            tx -> {
              if (room != null && store.applicantName(tx, room).isEmpty()) {
                throw Refusal.notFound("no such room");
              }
              return query.run(tx, most + 1);
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

  /// One SQL text for each set of conditions, so that each is prepared once.
  private final class Query {
    private final StringBuilder where = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    Query(CallFilter filter, @Nullable RoomId room, @Nullable String before) {
      and("c.room_id = ?", room);
      and("c.state = ?", filter.state());
      and("c.outcome = ?", filter.outcome());
      if (filter.person() != null) {
        and(
            "(c.caller_id = ? OR c.applicant_id = ? OR c.id IN (SELECT p.call_id"
                + " FROM call_participants p WHERE p.user_id = ? AND p.place >= 2))",
            filter.person());
        parameters.add(filter.person());
        parameters.add(filter.person());
      }
      and("c.created_at >= ?", filter.from());
      and("c.created_at < ?", filter.to());
      if (before != null) {
        after(before);
      }
    }

    private void and(String condition, @Nullable Object parameter) {
      if (parameter != null) {
        where.append(where.isEmpty() ? " WHERE " : " AND ").append(condition);
        parameters.add(parameter);
      }
    }

    private void after(String cursor) {
      int dot = cursor.indexOf('.');
      try {
        long millis = Long.parseLong(cursor.substring(0, Math.max(dot, 0)));
        and("(c.created_at < ? OR (c.created_at = ? AND c.id < ?))", millis);
        parameters.add(millis);
        parameters.add(cursor.substring(dot + 1));
      } catch (NumberFormatException e) {
        throw Refusal.invalid("before", "not the `next` of a page");
      }
    }

    List<StoredCall> run(Tx tx, int limit) throws SQLException {
      parameters.add(limit);
      String sql =
          "SELECT "
              + CallStore.COLUMNS
              + " FROM calls c"
              + where
              + " ORDER BY c.created_at DESC, c.id DESC LIMIT ?";
      return store.many(tx, sql, parameters.toArray());
    }
  }
}
