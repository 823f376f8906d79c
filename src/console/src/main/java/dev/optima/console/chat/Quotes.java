package dev.optima.console.chat;

import dev.optima.console.chat.ThreadItem.Quote;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The messages that others answer: from what is here, or asked for one by one.
final class Quotes {
  private final ChatGround ground;
  private final Runnable changed;
  private final Map<MessageId, ChatEntry> fetched = new HashMap<>();
  private final Set<MessageId> asked = new HashSet<>();

  Quotes(ChatGround ground, Runnable changed) {
    this.ground = ground;
    this.changed = changed;
  }

  @Nullable Quote of(RoomLog log, RoomId room, @Nullable MessageId id) {
    if (id == null) {
      return null;
    }
    ChatEntry entry = log.find(id).orElseGet(() -> fetched.get(id));
    if (entry == null) {
      ask(room, id);
    }
    return new Quote(id, entry);
  }

  private void ask(RoomId room, MessageId id) {
    if (asked.add(id)) {
      ground
          .tasks()
          .run(
              () -> ground.api().chat().message(room, id),
              entry -> {
                fetched.put(id, entry);
                changed.run();
              },
              failure -> {});
    }
  }

  /// What was not answered is asked for again.
  void resumed() {
    asked.removeIf(id -> !fetched.containsKey(id));
  }
}
