package dev.optima.backend.quality;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality.Limit;
import dev.optima.protocol.quality.Measured;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What browsers reported in calls that are live, or were until just now.
final class ReportStore {
  private static final String FIGURES =
      "rtt, loss, jitter, bitrate, fps, width, height, audio_loss, concealed, buffer, frozen,"
          + " dropped, sent_fps, available, limited";
  private static final String INSERT =
      "INSERT INTO call_quality (call_id, user_id, at, "
          + FIGURES
          + ") SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
          + " FROM calls WHERE id = ? AND ended_at IS NULL";
  private static final String OF_CALL =
      "SELECT user_id, at, " + FIGURES + " FROM call_quality WHERE call_id = ? ORDER BY at";
  private static final String DELETE = "DELETE FROM call_quality WHERE call_id = ?";

  /// A cross join, so that SQLite goes from these few rows to the calls and never the other way.
  private static final String LEFT_BEHIND =
      "SELECT DISTINCT q.call_id FROM call_quality q CROSS JOIN calls c"
          + " WHERE c.id = q.call_id AND c.ended_at IS NOT NULL LIMIT ?";

  /// A report of one person.
  ///
  /// @param at when it came: at the end of the time that it is about
  record Report(Instant at, Measured measured) {}

  private record Said(UserId user, Report report) {}

  /// False if the call is over.
  boolean insert(Tx tx, CallId call, UserId user, Report report) throws SQLException {
    Measured m = report.measured();
    return tx.update(
            INSERT,
            call,
            user,
            report.at(),
            m.rtt(),
            m.loss(),
            m.jitter(),
            m.bitrate(),
            m.fps(),
            m.width(),
            m.height(),
            m.audioLoss(),
            m.concealed(),
            m.buffer(),
            m.frozen(),
            m.dropped(),
            m.sentFps(),
            m.available(),
            m.limited(),
            call)
        > 0;
  }

  /// By person, each in order of time.
  Map<UserId, List<Report>> ofCall(Tx tx, CallId call) throws SQLException {
    var all = new LinkedHashMap<UserId, List<Report>>();
    for (Said said : tx.list(OF_CALL, ReportStore::said, call)) {
      all.computeIfAbsent(said.user(), user -> new ArrayList<>()).add(said.report());
    }
    return all;
  }

  void delete(Tx tx, CallId call) throws SQLException {
    tx.update(DELETE, call);
  }

  /// Calls that are over and still have reports here.
  List<CallId> leftBehind(Tx tx, int most) throws SQLException {
    return tx.list(LEFT_BEHIND, row -> new CallId(row.text(1)), most);
  }

  private static Said said(Row row) throws SQLException {
    String limited = row.textOrNull(17);
    return new Said(
        new UserId(row.text(1)),
        new Report(
            row.instant(2),
            new Measured(
                row.realOrNull(3),
                row.realOrNull(4),
                row.realOrNull(5),
                row.realOrNull(6),
                row.realOrNull(7),
                whole(row, 8),
                whole(row, 9),
                row.realOrNull(10),
                row.realOrNull(11),
                row.realOrNull(12),
                row.realOrNull(13),
                row.realOrNull(14),
                row.realOrNull(15),
                row.realOrNull(16),
                limited == null ? null : Limit.valueOf(limited))));
  }

  private static @Nullable Integer whole(Row row, int column) throws SQLException {
    Long value = row.numberOrNull(column);
    return value == null ? null : value.intValue();
  }
}
