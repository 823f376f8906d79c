package dev.optima.backend.quality;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallHappening.Kind;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.quality.Diagnosis.Break;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// When the connection was away, by the timeline of a call.
final class BreakStore {
  private static final String OF_CALL =
      "SELECT at, kind, user_id, name FROM call_events WHERE call_id = ? AND kind IN"
          + " ('RECONNECTING', 'RESUMED', 'ENDED', 'LEFT', 'NETWORK_LOST', 'NETWORK_BACK',"
          + " 'OFFLINE', 'ONLINE') ORDER BY at, version, place, id";

  /// Up to now, if it is away still.
  List<Break> ofCall(Tx tx, CallId call, Instant now) throws SQLException {
    return Breaks.of(tx.list(OF_CALL, BreakStore::happening, call), now);
  }

  private static CallHappening happening(Row row) throws SQLException {
    String user = row.textOrNull(3);
    return new CallHappening(
        row.instant(1),
        Kind.valueOf(row.text(2)),
        user == null ? null : new UserId(user),
        row.textOrNull(4),
        null);
  }
}
