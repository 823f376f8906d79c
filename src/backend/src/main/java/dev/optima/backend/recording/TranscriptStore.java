package dev.optima.backend.recording;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.rest.Transcript;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// What was said, and the files in which a media server wrote it down.
final class TranscriptStore {
  private static final String ADD =
      "INSERT INTO transcript_lines (call_id, id, source, speaker_id, speaker, text, language, at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String BEST =
      "source = (CASE WHEN EXISTS (SELECT 1 FROM transcript_lines f WHERE f.call_id = ?"
          + " AND f.source = 'FILE') THEN 'FILE' ELSE 'PAGE' END)";
  private static final String LINES =
      "SELECT id, speaker_id, speaker, text, language, at FROM transcript_lines"
          + " WHERE call_id = ? AND "
          + BEST
          + " ORDER BY at, id";
  private static final String COUNT =
      "SELECT count(*) FROM transcript_lines WHERE call_id = ? AND " + BEST;
  private static final String COUNT_ALL = "SELECT count(*) FROM transcript_lines WHERE call_id = ?";
  private static final String ADD_FILE =
      "INSERT INTO transcript_files (call_id, link, told_at, next_at) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String DUE =
      "SELECT call_id, link, attempts, next_at FROM transcript_files WHERE next_at <= ?"
          + " ORDER BY next_at LIMIT ?";
  private static final String CLAIM =
      "UPDATE transcript_files SET next_at = ?, attempts = ?"
          + " WHERE call_id = ? AND link = ? AND next_at = ?";
  private static final String DONE =
      "UPDATE transcript_files SET next_at = NULL WHERE call_id = ? AND link = ?";

  private static final String OF_OLD_CALLS =
      " WHERE call_id IN (SELECT id FROM calls WHERE ended_at < ?)";

  /// Where a line comes from. What was read afterwards is whole, so it is shown instead.
  enum Source {
    PAGE,
    FILE
  }

  /// A file to be fetched.
  ///
  /// @param attempts how often that was tried
  record Due(CallId callId, String link, int attempts, Instant nextAt) {}

  /// False if it is known.
  boolean add(Tx tx, CallId call, Source source, Transcript.Line line) throws SQLException {
    return tx.update(
            ADD,
            call,
            line.id(),
            source,
            line.speakerId(),
            line.speaker(),
            line.text(),
            line.language(),
            line.at())
        == 1;
  }

  List<Transcript.Line> lines(Tx tx, CallId call) throws SQLException {
    return tx.list(
        LINES,
        row ->
            new Transcript.Line(
                row.text(1),
                row.textOrNull(2),
                row.text(3),
                row.text(4),
                row.textOrNull(5),
                row.instant(6)),
        call,
        call);
  }

  /// How many lines are shown.
  long count(Tx tx, CallId call) throws SQLException {
    return tx.first(COUNT, row -> row.number(1), call, call).orElse(0L);
  }

  /// How many are kept, from wherever.
  long countAll(Tx tx, CallId call) throws SQLException {
    return tx.first(COUNT_ALL, row -> row.number(1), call).orElse(0L);
  }

  /// False if it is known.
  boolean addFile(Tx tx, CallId call, String link, Instant now) throws SQLException {
    return tx.update(ADD_FILE, call, link, now, now) == 1;
  }

  List<Due> due(Tx tx, Instant now, int limit) throws SQLException {
    return tx.list(
        DUE,
        row -> new Due(new CallId(row.text(1)), row.text(2), row.integer(3), row.instant(4)),
        now,
        limit);
  }

  /// Takes it, so that no other node does; false if one has.
  boolean claim(Tx tx, Due file, Instant until) throws SQLException {
    return tx.update(CLAIM, until, file.attempts() + 1, file.callId(), file.link(), file.nextAt())
        == 1;
  }

  /// Forgets what was said in calls that ended before, and where it was written down.
  int forget(Tx tx, Instant ended) throws SQLException {
    return tx.update("DELETE FROM transcript_lines" + OF_OLD_CALLS, ended)
        + tx.update("DELETE FROM transcript_files" + OF_OLD_CALLS, ended);
  }

  /// It is read, or given up.
  void done(Tx tx, Due file) throws SQLException {
    tx.update(DONE, file.callId(), file.link());
  }
}
