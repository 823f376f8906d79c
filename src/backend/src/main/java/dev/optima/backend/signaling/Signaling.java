package dev.optima.backend.signaling;

import java.time.Instant;

/// What a connection needs of the endpoint that it belongs to.
interface Signaling {
  SignalingConfig config();

  SignalingMetrics metrics();

  SignalingCommands commands();

  Instant now();

  /// A clock for paces, in milliseconds.
  long millis();

  /// Runs on a virtual thread.
  void work(Runnable task);

  /// Runs on an event loop after a while.
  void later(long millis, Runnable task);

  /// The connection is gone.
  void closed(Connection connection);
}
