package dev.optima.backend.signaling;

import dev.optima.backend.bus.Outgoing;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

/// Events that come while a connection is still being told what it missed. They are sent after
/// that, except the messages that were among what it missed: nothing lost, nothing doubled.
final class Catching {
  private final ArrayDeque<Outgoing> held = new ArrayDeque<>(0);

  /// False if there are too many.
  boolean hold(Outgoing message, int most) {
    return held.size() < most && held.add(message);
  }

  List<Outgoing> release(Map<String, Long> sent) {
    return held.stream().filter(message -> !isKnown(message.message(), sent)).toList();
  }

  private static boolean isKnown(ServerMessage message, Map<String, Long> sent) {
    if (!(message instanceof ServerMessage.ChatMessage(ChatEntry entry))) {
      return false;
    }
    boolean changed = entry.editedAt() != null || entry.deletedAt() != null;
    return !changed && entry.seq() <= sent.getOrDefault(entry.roomId().value(), 0L);
  }
}
