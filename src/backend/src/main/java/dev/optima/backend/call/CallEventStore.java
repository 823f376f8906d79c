package dev.optima.backend.call;

import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened in calls.
final class CallEventStore {
  private static final String INSERT =
      "INSERT INTO call_events (call_id, id, at, version, place, kind, user_id, name, detail,"
          + " from_page) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String OF_CALL =
      "SELECT at, kind, user_id, name, detail FROM call_events WHERE call_id = ?"
          + " ORDER BY at, version, place, id";
  private static final String INVITED =
      "SELECT at FROM call_events WHERE call_id = ? AND kind = 'INVITED' AND user_id = ?"
          + " ORDER BY at DESC LIMIT 1";
  private static final String OF_PAGE =
      "SELECT COUNT(*) FROM call_events WHERE call_id = ? AND user_id = ? AND from_page = 1";

  /// What one transition brought about, in its order.
  ///
  /// @param version of the call then
  void add(Tx tx, CallId call, long version, List<CallHappening> happenings) throws SQLException {
    for (int place = 0; place < happenings.size(); place++) {
      insert(tx, call, version, place, happenings.get(place));
    }
  }

  /// One more thing that somebody's page tells, unless that would be more than so many.
  ///
  /// @return whether it is kept
  boolean addOfPage(Tx tx, CallId call, long version, CallHappening happening, int most)
      throws SQLException {
    long told = tx.first(OF_PAGE, row -> row.number(1), call, happening.userId()).orElse(0L);
    if (told >= most) {
      return false;
    }
    insert(tx, call, version, Integer.MAX_VALUE, happening);
    return true;
  }

  List<CallHappening> of(Tx tx, CallId call) throws SQLException {
    return tx.list(OF_CALL, CallEventStore::happening, call);
  }

  /// When somebody was asked into a call last.
  Optional<Instant> invited(Tx tx, CallId call, UserId colleague) throws SQLException {
    return tx.first(INVITED, row -> row.instant(1), call, colleague);
  }

  private static void insert(Tx tx, CallId call, long version, int place, CallHappening happening)
      throws SQLException {
    tx.update(
        INSERT,
        call,
        Ids.next(),
        happening.at(),
        version,
        place,
        happening.kind(),
        happening.userId(),
        happening.name(),
        happening.detail(),
        happening.kind().isFromPage() ? 1 : 0);
  }

  private static CallHappening happening(Row row) throws SQLException {
    String user = row.textOrNull(3);
    return new CallHappening(
        row.instant(1),
        CallHappening.Kind.valueOf(row.text(2)),
        user == null ? null : new UserId(user),
        row.textOrNull(4),
        row.textOrNull(5));
  }
}
