package dev.optima.backend.signaling;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// Asks every connection for a sign of life and drops those that give none. The connections are
/// spread over the interval, so that ten thousand are not asked at once.
final class Heartbeat implements AutoCloseable {
  private static final int SLOTS = 20;

  private final Vertx vertx;
  private final SignalingMetrics metrics;
  private final List<Set<Connection>> slots =
      IntStream.range(0, SLOTS)
          .<Set<Connection>>mapToObj(i -> ConcurrentHashMap.newKeySet())
          .toList();
  private final long timer;
  private int turn;

  Heartbeat(Vertx vertx, Duration every, SignalingMetrics metrics) {
    this.vertx = vertx;
    this.metrics = metrics;
    timer = vertx.setPeriodic(Math.max(1, every.toMillis() / SLOTS), id -> beat());
  }

  void add(Connection connection) {
    slot(connection).add(connection);
  }

  void remove(Connection connection) {
    slot(connection).remove(connection);
  }

  private Set<Connection> slot(Connection connection) {
    return slots.get(Math.floorMod(System.identityHashCode(connection), SLOTS));
  }

  private void beat() {
    turn = (turn + 1) % SLOTS;
    for (Connection connection : slots.get(turn)) {
      if (!connection.ping()) {
        metrics.lostPeers.increment();
        connection.drop();
      }
    }
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
