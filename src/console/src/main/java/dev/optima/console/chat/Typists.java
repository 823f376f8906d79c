package dev.optima.console.chat;

import dev.optima.console.i18n.Message;
import dev.optima.protocol.message.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Who else types in a thread just now, and telling others that oneself does.
final class Typists {
  private static final Duration SHOWN = Duration.ofSeconds(5);
  private static final Duration TOLD = Duration.ofSeconds(3);

  private final ChatGround ground;
  private final ReadOnlyObjectWrapper<@Nullable Message> shown = new ReadOnlyObjectWrapper<>();
  private Instant until = Instant.EPOCH;
  private Instant told = Instant.EPOCH;

  Typists(ChatGround ground) {
    this.ground = ground;
  }

  void on(ServerMessage.ChatTyping typing) {
    if (!typing.userId().equals(ground.me())) {
      String key = typing.roomId().isTeamOnly() ? "chat.typing.note" : "chat.typing";
      shown.set(Message.of(key, typing.name()));
      until = ground.clock().instant().plus(SHOWN);
    }
  }

  /// The message came: nobody types any more, as far as is known.
  void said() {
    shown.set(null);
  }

  void tick(Instant now) {
    if (shown.get() != null && now.isAfter(until)) {
      shown.set(null);
    }
  }

  /// One types oneself: told now and then.
  void typed(RoomFeed feed) {
    Instant now = ground.clock().instant();
    if (Duration.between(told, now).compareTo(TOLD) > 0) {
      told = now;
      feed.typing();
    }
  }

  /// The next key is told at once.
  void sent() {
    told = Instant.EPOCH;
  }

  ReadOnlyObjectProperty<@Nullable Message> shown() {
    return shown.getReadOnlyProperty();
  }
}
