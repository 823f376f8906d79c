package dev.optima.backend.retention;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Deletes calls with all that hangs on them: who took part, their timeline, quality, consents,
/// recordings, transcripts, and what media servers told. Their lines in the chat stay, see
/// [ChatLines].
final class CallExpiry implements Expiry {
  // By the beginning, of which there is an index: a call that began before, and is not over, or not
  // for so long, is a rare one.
  private static final String OLD =
      "SELECT id, room_id, caller_id FROM calls WHERE created_at < ? AND ended_at < ?"
          + " ORDER BY created_at, id LIMIT ?";
  private static final String LET_GO =
      "UPDATE meetings SET call_id = NULL WHERE call_id = ?"
          + " AND id = (SELECT meeting_id FROM calls WHERE id = ?)";
  private static final String DELETE = "DELETE FROM calls WHERE id = ?";

  private final Folding<CallId> totals;
  private final ChatLines lines = new ChatLines();

  /// @param totals keep what figures need
  CallExpiry(Folding<CallId> totals) {
    this.totals = totals;
  }

  private record Old(CallId id, RoomId room, UserId caller) {}

  @Override
  public int expire(Tx tx, Instant end, int most) throws SQLException {
    List<Old> old =
        tx.list(
            OLD,
            row ->
                new Old(new CallId(row.text(1)), new RoomId(row.text(2)), new UserId(row.text(3))),
            end,
            end,
            most);
    if (old.isEmpty()) {
      return 0;
    }
    totals.fold(tx, old.stream().map(Old::id).toList());
    for (Old call : old) {
      lines.shorten(tx, call.room(), call.caller(), call.id());
      tx.update(LET_GO, call.id(), call.id());
      tx.update(DELETE, call.id());
    }
    return old.size();
  }
}
