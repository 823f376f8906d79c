package dev.optima.backend.quality;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.quality.CallScore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The packed quality of calls that are over.
final class SeriesStore {
  private static final String PUT =
      "INSERT INTO call_quality_series (call_id, user_id, ended_at, score, audio, video, samples)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (call_id, user_id) DO NOTHING";
  private static final String OF_CALL =
      "SELECT user_id, samples FROM call_quality_series WHERE call_id = ? ORDER BY user_id";
  private static final String SCORE = "UPDATE calls SET score = ? WHERE id = ?";
  private static final String ENDED =
      "SELECT ended_at FROM calls WHERE id = ? AND ended_at IS NOT NULL";
  private static final String FORGET = "DELETE FROM call_quality_series WHERE ended_at < ?";

  private record Kept(UserId user, Series series) {}

  void put(Tx tx, CallId call, UserId user, Instant ended, Series series) throws SQLException {
    CallScore score = Verdict.of(series);
    tx.update(
        PUT,
        call,
        user,
        ended,
        score.total(),
        score.audio(),
        score.video(),
        SeriesForm.pack(series));
  }

  Map<UserId, Series> ofCall(Tx tx, CallId call) throws SQLException {
    var all = new LinkedHashMap<UserId, Series>();
    for (Kept kept :
        tx.list(
            OF_CALL,
            row -> new Kept(new UserId(row.text(1)), SeriesForm.unpack(row.bytes(2))),
            call)) {
      all.put(kept.user(), kept.series());
    }
    return all;
  }

  void score(Tx tx, CallId call, @Nullable Double score) throws SQLException {
    tx.update(SCORE, score, call);
  }

  /// Empty if the call is live, or gone.
  Optional<Instant> ended(Tx tx, CallId call) throws SQLException {
    return tx.first(ENDED, row -> row.instant(1), call);
  }

  /// Deletes what is of calls that ended before, and says how much it was.
  int forget(Tx tx, Instant before) throws SQLException {
    return tx.update(FORGET, before);
  }
}
