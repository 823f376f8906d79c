package dev.optima.backend.meeting.invite;

import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Answers that came by mail.
final class MailedAnswerStore {

  /// Whether it was this transaction that took it.
  boolean take(Tx tx, String id, MailedAnswer answer, Instant now) throws SQLException {
    return tx.update(
            """
            INSERT INTO mailed_answers (id, meeting_id, sequence, said_at, taken_at)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""",
            id,
            answer.meetingId(),
            answer.sequence(),
            answer.saidAt(),
            now)
        == 1;
  }

  /// When the latest answer to this state of a meeting was written.
  Optional<Instant> latest(Tx tx, MailedAnswer answer) throws SQLException {
    return tx.list(
            "SELECT max(said_at) FROM mailed_answers WHERE meeting_id = ? AND sequence = ?",
            row -> Optional.ofNullable(row.instantOrNull(1)),
            answer.meetingId(),
            answer.sequence())
        .getFirst();
  }
}
