package dev.optima.console.chat;

import dev.optima.console.kept.KeptFile;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One's own messages that are on their way, or were refused, in the order they were said, in all
/// rooms. Kept on disk until the backend has them, so that closing the console loses none.
final class Outbox {
  private final ChatGround ground;
  private final KeptFile<Kept> file;
  private final Map<String, Unsent> unsent = new LinkedHashMap<>();

  /// What the file holds.
  record Kept(List<Unsent> unsent) {}

  Outbox(ChatGround ground) {
    this.ground = ground;
    file = new KeptFile<>(ground.folder().resolve("outbox.json"), Kept.class, ground.tasks());
    file.read().ifPresent(kept -> kept.unsent().forEach(one -> unsent.put(one.key(), one)));
    unsent.values().stream().filter(one -> one.refused() == null).forEach(this::give);
  }

  /// Sends a message, now or when there is a connection.
  void send(Unsent message) {
    unsent.put(message.key(), message);
    keep();
    give(message);
  }

  private void give(Unsent message) {
    ground.signals().chat(message.message());
  }

  /// Tries a refused message again, as the same message.
  void retry(String key) {
    refused(key).ifPresent(message -> send(message.refusedBy(null, null)));
  }

  /// A message that was refused.
  Optional<Unsent> refused(String key) {
    return Optional.ofNullable(unsent.get(key)).filter(one -> one.refused() != null);
  }

  /// Takes the refusal of one of these messages.
  ///
  /// @return its room, if it was one
  Optional<RoomId> on(ServerMessage.Failure failure) {
    Unsent mine = failure.key() == null ? null : unsent.get(failure.key());
    if (mine == null) {
      return Optional.empty();
    }
    unsent.put(mine.key(), mine.refusedBy(failure.code(), failure.retryAfter()));
    keep();
    return Optional.of(mine.room());
  }

  /// The entry that an acknowledged message has become; it is on its way no more.
  Optional<ChatEntry> on(ServerMessage.ChatAck ack) {
    Unsent mine = unsent.get(ack.key());
    forget(ack.key());
    return Optional.ofNullable(mine)
        .map(one -> one.entry(ground.me(), ack.messageId(), ack.seq(), ack.sentAt()));
  }

  /// What stands among the entries of its room is on its way no more: a page may bring it before
  /// its acknowledgement comes.
  void stored(RoomId room, Collection<ChatEntry> entries) {
    for (Unsent mine : of(room)) {
      if (entries.stream().anyMatch(entry -> isOf(mine, entry))) {
        forget(mine.key());
      }
    }
  }

  private boolean isOf(Unsent mine, ChatEntry entry) {
    return mine.key().equals(entry.key()) && entry.senderId().equals(ground.me());
  }

  void forget(@Nullable String key) {
    if (key != null && unsent.remove(key) != null) {
      keep();
    }
  }

  /// What is on its way in a room, in order.
  List<Unsent> of(RoomId room) {
    return unsent.values().stream().filter(one -> one.room().equals(room)).toList();
  }

  private void keep() {
    file.keep(new Kept(new ArrayList<>(unsent.values())));
  }
}
