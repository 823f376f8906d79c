package dev.optima.backend.signaling;

import dev.optima.backend.bus.Outgoing;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What happens while a connection is still being told what it missed. New messages of the rooms
/// that it catches up with are read from the database anyhow, so of them only the fact is kept;
/// everything else is held back and sent after. Nothing is lost and nothing doubled.
///
/// Used under the connection's lock.
final class Catching {
  private final ArrayDeque<Outgoing> held = new ArrayDeque<>(0);
  private final Map<String, Long> sent = new HashMap<>();
  private final Map<String, Long> newest = new HashMap<>();
  private boolean over;

  /// Which rooms are caught up with, and what the client has of them.
  void start(Map<String, Long> lastSeq) {
    sent.putAll(lastSeq);
  }

  /// Up to where a room was sent.
  void sent(String room, long seq) {
    sent.put(room, seq);
  }

  /// The rooms in which something came that was not sent yet; none: it is over.
  Set<String> behind() {
    var behind = new HashSet<String>();
    newest.forEach(
        (room, seq) -> {
          if (seq > sent.getOrDefault(room, 0L)) {
            behind.add(room);
          }
        });
    newest.clear();
    over = behind.isEmpty();
    return behind;
  }

  /// What was held back, once it is over.
  List<Outgoing> release() {
    var all = List.copyOf(held);
    held.clear();
    return all;
  }

  /// What becomes of an event.
  enum Way {
    /// It goes out now.
    PASS,
    /// It goes out later, or was sent already.
    KEPT,
    /// Too much was held back.
    OVERFLOW
  }

  Way take(Outgoing message, int most) {
    if (message.message() instanceof ServerMessage.ChatMessage(ChatEntry entry) && isNew(entry)) {
      Long known = sent.get(entry.roomId().value());
      if (known != null) {
        return takeNew(entry, known);
      }
    }
    if (over) {
      return Way.PASS;
    }
    held.add(message);
    return held.size() <= most ? Way.KEPT : Way.OVERFLOW;
  }

  private Way takeNew(ChatEntry entry, long known) {
    if (!over) {
      newest.merge(entry.roomId().value(), entry.seq(), Math::max);
      return Way.KEPT;
    }
    return entry.seq() > known ? Way.PASS : Way.KEPT;
  }

  private static boolean isNew(ChatEntry entry) {
    return entry.editedAt() == null && entry.deletedAt() == null;
  }
}
