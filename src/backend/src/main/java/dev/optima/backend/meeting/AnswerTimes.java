package dev.optima.backend.meeting;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// When applicants gave the answers that hold. The row is held until the end of the transaction, so
/// of two answers at once the second sees when the first was given.
final class AnswerTimes {
  /// Calendar programs say the time of their answers in whole seconds.
  private static final Duration GRAIN = Duration.ofSeconds(1);

  private static final String GIVEN = "UPDATE meetings SET answered_at = ? WHERE id = ?";

  /// It is given now.
  void now(Tx tx, MeetingId meeting, Instant now) throws SQLException {
    tx.update(GIVEN, now, meeting);
  }

  /// It was written then; false if a newer one holds.
  boolean written(Tx tx, MeetingId meeting, Instant then) throws SQLException {
    return tx.update(
            GIVEN + " AND (answered_at IS NULL OR answered_at < ?)",
            then,
            meeting,
            then.plus(GRAIN))
        > 0;
  }
}
