package dev.optima.console.chat;

import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Goes to one entry of a thread, wherever in its history that is, and points it out.
final class Jumps {
  private final ChatGround ground;
  private final Feeds feeds;
  private final Stretch stretch;
  private final Consumer<Exception> failed;
  private final ReadOnlyObjectWrapper<@Nullable String> spot = new ReadOnlyObjectWrapper<>();

  Jumps(ChatGround ground, Feeds feeds, Stretch stretch, Consumer<Exception> failed) {
    this.ground = ground;
    this.feeds = feeds;
    this.stretch = stretch;
    this.failed = failed;
  }

  /// To a message that another one answers.
  void to(RoomId room, MessageId id) {
    Optional<ChatEntry> known = feeds.of(room).log().find(id);
    if (known.isPresent()) {
      to(known.get());
    } else {
      ground.tasks().run(() -> ground.api().chat().message(room, id), this::to, failed);
    }
  }

  /// To an entry, with what was said around it.
  void to(ChatEntry target) {
    if (stretch.contains(target)) {
      show(target);
      return;
    }
    stretch.asking();
    RoomFeed main = feeds.of(target.roomId());
    RoomFeed other = feeds.beside(target.roomId());
    ground
        .tasks()
        .run(
            () -> Leap.to(ground.api(), target, other.room()),
            leap -> {
              main.reset(leap.main());
              other.reset(leap.other());
              stretch.publish();
              show(target);
            },
            failed);
  }

  private void show(ChatEntry target) {
    spot.set(null);
    spot.set(ThreadItem.entryKey(target));
  }

  /// The key of the row that is to be shown and pointed out, or null.
  ReadOnlyObjectProperty<@Nullable String> spot() {
    return spot.getReadOnlyProperty();
  }
}
