package dev.optima.backend.meeting;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ReminderKind;
import java.sql.SQLException;
import java.time.Instant;

/// Who was reminded of what: one reminder per (meeting, sequence, recipient, channel, kind).
public final class ReminderStore {

  /// By which way.
  public enum Channel {
    /// The console or the applicant's page.
    SCREEN,
    MAIL,
    PUSH
  }

  /// Takes a reminder; whether it was not taken before. It is given back if the transaction fails.
  public boolean claim(
      Tx tx,
      StoredMeeting meeting,
      UserId recipient,
      Channel channel,
      ReminderKind kind,
      Instant now)
      throws SQLException {
    return tx.update(
            "INSERT INTO meeting_reminders (meeting_id, sequence, recipient, channel, kind,"
                + " claimed_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            meeting.session().meetingId(),
            meeting.session().sequence(),
            recipient,
            channel,
            kind,
            now)
        > 0;
  }
}
