package dev.optima.backend.meeting;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import java.sql.SQLException;

/// Is told of every meeting that was stored again in a way that matters to its live call: its
/// title, or that the applicant waits at its door. Inside the transaction.
@FunctionalInterface
public interface MeetingWatch {
  void changed(Tx tx, MeetingId meeting) throws SQLException;
}
