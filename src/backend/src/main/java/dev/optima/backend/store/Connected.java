package dev.optima.backend.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// A connection with the statements that were prepared on it. Used by one thread at a time.
final class Connected implements AutoCloseable {
  /// Questions of the history are written anew each time: what is not asked again is let go.
  private static final int MAX_PREPARED = 400;

  private final Connection connection;
  private final LinkedHashMap<String, PreparedStatement> prepared =
      new LinkedHashMap<>(64, 0.75f, true);
  private @Nullable Handle handle;

  Connected(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      forgetOldest();
      prepared.put(sql, known);
    }
    return known;
  }

  private void forgetOldest() throws SQLException {
    if (prepared.size() >= MAX_PREPARED) {
      Iterator<PreparedStatement> oldest = prepared.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
  }

  Handle handle() {
    if (handle == null) {
      handle = Jdbi.create(connection).open();
    }
    return handle;
  }

  /// Closes the statements, not the connection: that has an owner.
  void release() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
    handle = null;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
