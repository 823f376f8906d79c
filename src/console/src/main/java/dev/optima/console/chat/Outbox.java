package dev.optima.console.chat;

import dev.optima.console.i18n.Failures;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One's own messages in a room that are on their way, or were refused, in the order they were
/// said.
final class Outbox {
  private final RoomId room;
  private final UserId me;
  private final Map<String, ThreadItem.Sending> sending = new LinkedHashMap<>();

  Outbox(RoomId room, UserId me) {
    this.room = room;
    this.me = me;
  }

  void put(String key, String body, Instant at) {
    sending.put(key, new ThreadItem.Sending(key, body, at, null));
  }

  /// Takes the refusal of one of these messages.
  ///
  /// @return whether it was one
  boolean refused(ServerMessage.Failure failure) {
    ThreadItem.Sending mine = failure.key() == null ? null : sending.get(failure.key());
    if (mine == null) {
      return false;
    }
    var why = Failures.of(failure.code(), failure.retryAfter());
    sending.put(mine.key(), new ThreadItem.Sending(mine.key(), mine.body(), mine.at(), why));
    return true;
  }

  /// The words of a message that was refused.
  Optional<String> refusedBody(String key) {
    return Optional.ofNullable(sending.get(key))
        .filter(mine -> mine.problem() != null)
        .map(ThreadItem.Sending::body);
  }

  /// The entry that an acknowledged message has become; it is on its way no more.
  Optional<ChatEntry> acknowledged(ServerMessage.ChatAck ack) {
    return Optional.ofNullable(sending.remove(ack.key())).map(mine -> entry(ack, mine));
  }

  private ChatEntry entry(ServerMessage.ChatAck ack, ThreadItem.Sending mine) {
    return new ChatEntry(
        room,
        ack.messageId(),
        ack.seq(),
        me,
        "",
        ChatEntry.Kind.TEXT,
        mine.body(),
        ack.sentAt(),
        ack.key(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  boolean holds(String key) {
    return sending.containsKey(key);
  }

  void forget(@Nullable String key) {
    if (key != null) {
      sending.remove(key);
    }
  }

  Collection<ThreadItem.Sending> all() {
    return sending.values();
  }
}
