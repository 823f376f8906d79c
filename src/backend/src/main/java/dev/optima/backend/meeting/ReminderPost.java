package dev.optima.backend.meeting;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.message.ReminderKind;
import java.sql.SQLException;
import java.time.Instant;

/// Carries a reminder to where no screen of ours is open: mail, push. Called inside the transaction
/// that took the reminder. Screens are told by the meetings themselves.
@FunctionalInterface
public interface ReminderPost {

  /// Carries it nowhere.
  ReminderPost NONE = (tx, meeting, kind, now) -> {};

  /// A reminder of this kind is due. With `nudge` it says who is missing only by what the meeting
  /// says; whoever sends claims each recipient in [ReminderStore] first.
  void due(Tx tx, StoredMeeting meeting, ReminderKind kind, Instant now) throws SQLException;
}
