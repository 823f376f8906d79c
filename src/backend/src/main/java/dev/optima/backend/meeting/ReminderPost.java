package dev.optima.backend.meeting;

import dev.optima.backend.store.Tx;
import java.sql.SQLException;

/// Carries a reminder to where no screen of ours is open: mail, push. Called inside the transaction
/// that took the reminder. Screens are told by the meetings themselves.
@FunctionalInterface
public interface ReminderPost {

  /// Carries it nowhere.
  ReminderPost NONE = (tx, meeting, reminder) -> {};

  /// A reminder is due. Whoever sends it takes each recipient and channel in [ReminderStore] first,
  /// but for one that was asked for.
  void due(Tx tx, StoredMeeting meeting, Reminder reminder) throws SQLException;
}
