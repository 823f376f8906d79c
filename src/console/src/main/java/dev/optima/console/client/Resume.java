package dev.optima.console.client;

import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ServerMessage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a connection that comes back goes on from: how far each room is known, and what was said
/// and not acknowledged.
final class Resume {
  private final Map<String, Long> lastSeq = new TreeMap<>();
  private final Map<String, ClientMessage.ChatSend> unacknowledged = new LinkedHashMap<>();

  void seen(RoomId room, long seq) {
    lastSeq.merge(room.value(), seq, Math::max);
  }

  void said(ClientMessage.ChatSend message) {
    unacknowledged.put(message.key(), message);
  }

  /// An acknowledged message is known only if nothing before it is missing.
  void acknowledged(ServerMessage.ChatAck ack) {
    unacknowledged.remove(ack.key());
    lastSeq.merge(ack.roomId().value(), ack.seq(), (a, b) -> b == a + 1 ? b : a);
  }

  void refused(@Nullable String key) {
    if (key != null) {
      unacknowledged.remove(key);
    }
  }

  /// For `hello`: null while no room is known.
  @Nullable Map<String, Long> lastSeq() {
    return lastSeq.isEmpty() ? null : Map.copyOf(lastSeq);
  }

  Collection<ClientMessage.ChatSend> unacknowledged() {
    return unacknowledged.values();
  }
}
