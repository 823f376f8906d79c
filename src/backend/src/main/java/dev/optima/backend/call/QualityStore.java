package dev.optima.backend.call;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;

/// What browsers measured in calls.
final class QualityStore {
  private static final String QUALITY =
      "INSERT INTO call_quality (call_id, user_id, at, rtt, loss, jitter, bitrate, fps, width,"
          + " height) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  void insert(Tx tx, UserId user, Instant at, Quality quality) throws SQLException {
    var q = quality.report();
    tx.update(
        QUALITY,
        q.callId(),
        user,
        at,
        q.rtt(),
        q.loss(),
        q.jitter(),
        q.bitrate(),
        q.fps(),
        q.width(),
        q.height());
  }
}
