package dev.optima.backend.recording;

import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.message.CallRecording.State;
import dev.optima.protocol.recording.RecordingMode;
import dev.optima.protocol.recording.RecordingSession;
import dev.optima.protocol.recording.RecordingTrack;
import dev.optima.protocol.rest.RecordingHistory.Recorded;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The machine's sessions, and what was recorded.
final class RecordingStore {
  private static final String FIND =
      "SELECT state, asked_again, agreed_at, file, file_at, transcription, transcription_at, version"
          + " FROM call_recordings WHERE call_id = ?";
  private static final String INSERT =
      "INSERT INTO call_recordings (call_id, state, asked_again, agreed_at, file, file_at, transcription,"
          + " transcription_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String UPDATE =
      "UPDATE call_recordings SET state = ?, asked_again = ?, agreed_at = ?, file = ?, file_at = ?,"
          + " transcription = ?, transcription_at = ?, version = ?"
          + " WHERE call_id = ? AND version = ?";
  private static final String BEGIN =
      "INSERT INTO recordings (id, call_id, consent_id, mode, started_at) VALUES (?, ?, ?, ?, ?)";
  private static final String END =
      "UPDATE recordings SET ended_at = ? WHERE call_id = ? AND mode = ? AND ended_at IS NULL";
  private static final String OF_CALL =
      "SELECT mode, started_at, ended_at FROM recordings WHERE call_id = ?"
          + " ORDER BY started_at, id";
  private static final String ADD_LINK =
      "INSERT INTO recording_links (call_id, link, told_at) VALUES (?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String LINKS =
      "SELECT link FROM recording_links WHERE call_id = ? ORDER BY told_at, link";
  private static final String FORGET =
      "DELETE FROM recording_links WHERE call_id IN (SELECT id FROM calls WHERE ended_at < ?)";
  private static final String WANTED = "SELECT consent_to_record FROM meetings WHERE id = ?";

  RecordingSession find(Tx tx, CallId call) throws SQLException {
    return tx.first(FIND, RecordingStore::session, call).orElse(RecordingSession.NEW);
  }

  /// False if it is no longer as it was in `before`.
  boolean put(Tx tx, CallId call, RecordingSession before, RecordingSession next)
      throws SQLException {
    if (before.version() == 0) {
      return tx.update(
              INSERT,
              call,
              next.state(),
              next.askedAgain() ? 1 : 0,
              next.agreedAt(),
              next.file().run(),
              next.file().at(),
              next.transcription().run(),
              next.transcription().at(),
              next.version())
          == 1;
    }
    return tx.update(
            UPDATE,
            next.state(),
            next.askedAgain() ? 1 : 0,
            next.agreedAt(),
            next.file().run(),
            next.file().at(),
            next.transcription().run(),
            next.transcription().at(),
            next.version(),
            call,
            before.version())
        == 1;
  }

  void begin(Tx tx, CallId call, String consent, RecordingMode mode, Instant at)
      throws SQLException {
    tx.update(BEGIN, Ids.next(), call, consent, mode, at);
  }

  void end(Tx tx, CallId call, RecordingMode mode, Instant at) throws SQLException {
    tx.update(END, at, call, mode);
  }

  List<Recorded> recordings(Tx tx, CallId call) throws SQLException {
    return tx.list(
        OF_CALL,
        row ->
            new Recorded(RecordingMode.valueOf(row.text(1)), row.instant(2), row.instantOrNull(3)),
        call);
  }

  /// False if it is known.
  boolean addLink(Tx tx, CallId call, String link, Instant now) throws SQLException {
    return tx.update(ADD_LINK, call, link, now) == 1;
  }

  List<String> links(Tx tx, CallId call) throws SQLException {
    return tx.list(LINKS, row -> row.text(1), call);
  }

  /// Forgets where the recordings of calls are that ended before.
  int forget(Tx tx, Instant ended) throws SQLException {
    return tx.update(FORGET, ended);
  }

  /// Whether the applicant is to be asked when they come to this meeting.
  boolean isWanted(Tx tx, MeetingId meeting) throws SQLException {
    Optional<Integer> wanted = tx.first(WANTED, row -> row.integer(1), meeting);
    return wanted.isPresent() && wanted.get() != 0;
  }

  private static RecordingSession session(Row row) throws SQLException {
    return new RecordingSession(
        State.valueOf(row.text(1)),
        row.integer(2) != 0,
        row.instantOrNull(3),
        new RecordingTrack(RecordingTrack.Run.valueOf(row.text(4)), row.instantOrNull(5)),
        new RecordingTrack(RecordingTrack.Run.valueOf(row.text(6)), row.instantOrNull(7)),
        row.number(8));
  }
}
