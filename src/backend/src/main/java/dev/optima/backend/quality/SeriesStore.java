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
      "SELECT user_id, samples FROM call_quality_series"
          + " WHERE call_id = ? AND length(samples) > 0 ORDER BY user_id";
  private static final String SCORE = "UPDATE calls SET score = ? WHERE id = ?";
  private static final String SCORED = "SELECT score FROM calls WHERE id = ?";
  private static final String ENDED =
      "SELECT ended_at, CASE WHEN started_at IS NULL THEN 0 ELSE 1 END FROM calls"
          + " WHERE id = ? AND ended_at IS NOT NULL";
  private static final String FORGOTTEN =
      "SELECT user_id, score, audio, video FROM call_quality_series"
          + " WHERE call_id = ? AND length(samples) = 0 ORDER BY user_id";
  private static final String FORGET =
      "UPDATE call_quality_series SET samples = ? WHERE ended_at < ? AND length(samples) > 0";

  private record Kept(UserId user, Series series) {}

  private record Scored(UserId user, CallScore score) {}

  /// How a call ended.
  ///
  /// @param met whether it ever began
  record Ended(Instant at, boolean met) {}

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

  /// Of whom only the scores are left.
  Map<UserId, CallScore> forgotten(Tx tx, CallId call) throws SQLException {
    var all = new LinkedHashMap<UserId, CallScore>();
    for (Scored one :
        tx.list(
            FORGOTTEN,
            row ->
                new Scored(
                    new UserId(row.text(1)),
                    new CallScore(row.realOrNull(2), row.realOrNull(3), row.realOrNull(4))),
            call)) {
      all.put(one.user(), one.score());
    }
    return all;
  }

  /// All samples that are left.
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

  @Nullable Double score(Tx tx, CallId call) throws SQLException {
    return tx.first(SCORED, row -> Optional.ofNullable(row.realOrNull(1)), call)
        .flatMap(score -> score)
        .orElse(null);
  }

  /// Empty if the call is live, or gone.
  Optional<Ended> ended(Tx tx, CallId call) throws SQLException {
    return tx.first(ENDED, row -> new Ended(row.instant(1), row.integer(2) != 0), call);
  }

  /// Empties the samples of calls that ended before, and says of how many people; scores stay.
  int forget(Tx tx, Instant before) throws SQLException {
    return tx.update(FORGET, new byte[0], before);
  }
}
