package dev.optima.acceptance.check;

import java.util.Map;

/// Something that a device did or was told, in the order in which it happened there.
public sealed interface Seen {

  /// A connection began to resume.
  ///
  /// @param line the number of the connection
  /// @param lastSeq what the device had of each room
  record Opened(int line, Map<String, Long> lastSeq) implements Seen {}

  /// Something is to be stored; said again with the same key until it is acknowledged.
  record Said(String room, String key) implements Seen {}

  record Acknowledged(int line, String room, String key, String messageId, long seq)
      implements Seen {}

  record Refused(String key, String code) implements Seen {}

  /// A `chat_message`.
  record Arrived(int line, String room, Entry entry) implements Seen {}

  /// An entry of a page over REST.
  record Loaded(String room, Entry entry) implements Seen {}

  /// The backend said that it knows how far the person has read.
  record HasRead(String room, long seq) implements Seen {}
}
