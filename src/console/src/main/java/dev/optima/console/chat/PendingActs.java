package dev.optima.console.chat;

import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Edits, deletions and reactions that the backend has not shown yet. They are shown at once, and
/// said again after a loss of connection: saying one twice changes nothing.
final class PendingActs {
  private final ChatGround ground;
  private final Map<String, Act> acts = new LinkedHashMap<>();

  /// @param said to the backend
  private record Act(MessageId message, ClientMessage said) {}

  PendingActs(ChatGround ground) {
    this.ground = ground;
  }

  void edit(ChatEntry entry, String body) {
    say("edit", entry, new ClientMessage.ChatEdit(entry.roomId(), entry.messageId(), body));
  }

  void delete(ChatEntry entry) {
    say("delete", entry, new ClientMessage.ChatDelete(entry.roomId(), entry.messageId()));
  }

  /// Adds one's reaction, or takes it back if it is there.
  void toggle(ChatEntry entry, String emoji) {
    boolean has = has(entry, ground.me(), emoji);
    say(
        emoji,
        entry,
        new ClientMessage.ChatReact(entry.roomId(), entry.messageId(), emoji, has ? true : null));
  }

  static boolean has(ChatEntry entry, UserId person, String emoji) {
    return entry.reactions() != null
        && entry.reactions().stream()
            .anyMatch(r -> r.emoji().equals(emoji) && r.by().contains(person));
  }

  private void say(String what, ChatEntry entry, ClientMessage message) {
    acts.put(what + " " + entry.messageId().value(), new Act(entry.messageId(), message));
    ground.signals().send(message);
  }

  /// The entry as it will be.
  ChatEntry apply(ChatEntry entry) {
    ChatEntry now = entry;
    for (Act act : acts.values()) {
      if (act.message().equals(entry.messageId())) {
        now = applied(act.said(), now);
      }
    }
    return now;
  }

  private ChatEntry applied(ClientMessage said, ChatEntry entry) {
    return switch (said) {
      case ClientMessage.ChatEdit edit ->
          States.edited(entry, edit.body(), ground.clock().instant());
      case ClientMessage.ChatDelete _ -> States.deleted(entry, ground.clock().instant());
      case ClientMessage.ChatReact react ->
          States.toggled(entry, ground.me(), react.emoji(), react.remove() == null);
      default -> entry;
    };
  }

  boolean isPending(ChatEntry entry) {
    return acts.values().stream().anyMatch(act -> act.message().equals(entry.messageId()));
  }

  boolean arePending() {
    return !acts.isEmpty();
  }

  /// Forgets what has come true.
  void settle(Function<MessageId, Optional<ChatEntry>> known) {
    acts.values()
        .removeIf(act -> known.apply(act.message()).filter(now -> holds(act, now)).isPresent());
  }

  private boolean holds(Act act, ChatEntry now) {
    return now.deletedAt() != null
        || switch (act.said()) {
          case ClientMessage.ChatEdit edit ->
              now.editedAt() != null && now.body().equals(edit.body());
          case ClientMessage.ChatReact react ->
              has(now, ground.me(), react.emoji()) == (react.remove() == null);
          default -> false;
        };
  }

  /// Says all of them again, after a loss of connection.
  void resumed() {
    acts.values().forEach(act -> ground.signals().send(act.said()));
  }

  /// A refusal carries no key for these: whatever waits was not taken.
  ///
  /// @return whether there was any
  boolean refused() {
    boolean any = !acts.isEmpty();
    acts.clear();
    return any;
  }
}
