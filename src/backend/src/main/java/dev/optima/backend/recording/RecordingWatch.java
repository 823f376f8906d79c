package dev.optima.backend.recording;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import java.sql.SQLException;

/// Is told of every call whose recording came to another state, inside the transaction.
@FunctionalInterface
public interface RecordingWatch {
  void changed(Tx tx, CallId call) throws SQLException;
}
