package dev.optima.acceptance.load;

import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.Map;

/// 64 bytes there and back over bare TCP: the limit that no server passes.
final class EchoDialect implements Dialect {
  private static final int SIZE = 64;

  private final Map<Connection, Integer> arrived = new IdentityHashMap<>();

  @Override
  public boolean can(Act act) {
    return act == Act.ECHO || act == Act.CONNECTIONS;
  }

  @Override
  public boolean isPlain() {
    return true;
  }

  @Override
  public void opened(Connection connection) {
    arrived.put(connection, 0);
    ping(connection);
  }

  @Override
  public void ping(Connection connection) {
    connection.write(ByteBuffer.allocate(SIZE));
  }

  @Override
  public void bytes(Connection connection, int count) {
    int all = arrived.merge(connection, count, Integer::sum);
    if (all < SIZE) {
      return;
    }
    arrived.put(connection, all - SIZE);
    if (connection.isLoggedIn()) {
      connection.observer().echoed(connection);
    } else {
      connection.loggedIn();
    }
  }
}
