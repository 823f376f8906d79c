package dev.optima.acceptance.load;

import org.jspecify.annotations.Nullable;

/// How a server is spoken to.
interface Dialect {

  /// What a server can do.
  enum Act {
    ECHO,
    RING,
    WHOLE_CALL,
    CHAT,
    CONNECTIONS
  }

  boolean can(Act act);

  /// Bytes on a bare connection rather than a WebSocket.
  default boolean isPlain() {
    return false;
  }

  /// The connection is open: say who it is.
  void opened(Connection connection);

  default void text(Connection connection, String text) {}

  default void bytes(Connection connection, int count) {}

  default void ping(Connection connection) {}

  default void ring(Connection caller, Connection callee, String key) {}

  default void accept(Connection callee, String callId) {}

  default void join(Connection side, String callId) {}

  /// Hangs up; a server without this is done as soon as the call is ready.
  default void hangUp(Connection caller, String callId) {}

  default boolean hangsUp() {
    return false;
  }

  /// Enters a chat room; servers where everybody is in their rooms anyway confirm at once.
  default void enter(Connection connection, String room) {}

  default void say(Connection connection, String room, String key, String body) {}

  /// The text between `before` and the next quotation mark.
  static @Nullable String between(String text, String before) {
    int from = text.indexOf(before);
    if (from < 0) {
      return null;
    }
    int start = from + before.length();
    int end = text.indexOf('"', start);
    return end < 0 ? null : text.substring(start, end);
  }
}
