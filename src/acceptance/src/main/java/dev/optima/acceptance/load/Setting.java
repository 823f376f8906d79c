package dev.optima.acceptance.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a phase works with: one running server, spoken to in its dialect.
record Setting(
    Loop loop, Dialect dialect, ServerProcess server, Cast cast, Sheet sheet, LoadOptions options) {

  Connection connection(int index, Identity identity, Observer observer) {
    return new Connection(index, identity, loop, dialect, observer);
  }

  /// Connects everybody, at most `window` at a time; who is refused tries again, up to 20 times.
  ///
  /// @return all, also those who did not get in within `most`
  List<Connection> connect(List<Identity> who, int window, Observer observer, long most)
      throws IOException {
    List<Connection> all = new ArrayList<>();
    int[] in = {0};
    for (Identity identity : who) {
      Connection connection = connection(all.size(), identity, observer);
      connection.onLoggedIn(() -> in[0]++);
      connection.onLost(() -> again(connection));
      all.add(connection);
    }
    long end = Loop.now() + most;
    int started = 0;
    while (in[0] < all.size() && Loop.now() < end) {
      while (started < all.size() && started - in[0] < window) {
        all.get(started++).connect(server.port());
      }
      int before = in[0];
      loop.runUntil(() -> in[0] > before, Math.max(1, end - Loop.now()));
    }
    all.forEach(c -> c.onLost(null));
    return all;
  }

  private void again(Connection connection) {
    if (connection.failures() < 20) {
      loop.after(200 * Loop.MILLISECOND, () -> connection.connect(server.port()));
    }
  }

  void close(List<Connection> connections) throws IOException {
    connections.forEach(Connection::close);
    loop.run(300 * Loop.MILLISECOND);
  }
}
