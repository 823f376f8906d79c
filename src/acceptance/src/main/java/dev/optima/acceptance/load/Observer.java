package dev.optima.acceptance.load;

/// What a phase hears of its connections. A phase overrides what it measures.
interface Observer {
  default void failed(Connection connection, String why) {}

  /// The answer to a ping.
  default void echoed(Connection connection) {}

  /// It rings at the callee.
  default void incoming(Connection callee, String callId) {}

  /// The way into the room is there.
  default void ready(Connection side, String callId) {}

  /// Both are in the room.
  default void started(Connection side) {}

  default void ended(Connection side) {}

  /// Has entered a chat room.
  default void entered(Connection connection) {}

  /// A message of one's own is stored.
  default void acknowledged(Connection sender, String key) {}

  /// A message of somebody else's.
  default void received(Connection connection, String key) {}
}
