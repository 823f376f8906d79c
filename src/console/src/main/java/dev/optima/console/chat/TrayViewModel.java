package dev.optima.console.chat;

import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.FileUpload;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The files that go with the next message of one room: each is sent ahead, with its progress, and
/// may be cancelled or tried again.
public final class TrayViewModel {
  /// The most files of one message, as the backend takes them.
  static final int MOST = 10;

  private final ChatGround ground;
  private final RoomId room;
  private final ObservableList<TrayItem> items = FXCollections.observableArrayList();
  private final Map<TrayItem, FileUpload> uploads = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private int measuring;

  /// A file that was picked.
  ///
  /// @param size in bytes; below 0 if it is no file
  private record Picked(Path file, String name, long size) {
    /// Waits for the disk.
    private static Picked of(Path file) {
      String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
      try {
        return new Picked(file, name, Files.isRegularFile(file) ? Files.size(file) : -1);
      } catch (IOException e) {
        return new Picked(file, name, -1);
      }
    }
  }

  TrayViewModel(ChatGround ground, RoomId room) {
    this.ground = ground;
    this.room = room;
  }

  /// Begins to send these files.
  public void add(List<Path> files) {
    problem.set(null);
    int free = Math.min(files.size(), MOST - items.size() - measuring);
    if (free < files.size()) {
      problem.set(Message.of("chat.files.tooMany", MOST));
    }
    List<Path> taken = List.copyOf(files.subList(0, free));
    // A slow disk, or one in the network, must not hold up the window.
    measuring += free;
    ground
        .tasks()
        .run(
            () -> taken.stream().map(Picked::of).toList(),
            found -> {
              measuring -= taken.size();
              found.forEach(this::add);
            },
            _ -> measuring -= taken.size());
  }

  private void add(Picked picked) {
    if (picked.size() < 0) {
      problem.set(Message.of("chat.files.noFile", picked.name()));
      return;
    }
    TrayItem item =
        new TrayItem(picked.name(), picked.size(), picked.file(), new TrayItem.State.Sending());
    if (picked.size() == 0) {
      item.become(new TrayItem.State.Failed(Message.of("chat.files.empty"), false));
    } else {
      uploads.put(item, new FileUpload(ground.api().chat(), room, picked.file(), picked.name()));
    }
    items.add(item);
    send(item);
  }

  private void send(TrayItem item) {
    FileUpload upload = uploads.get(item);
    if (upload == null) {
      return;
    }
    item.become(new TrayItem.State.Sending());
    ground
        .tasks()
        .run(
            () -> upload.run(sent -> ground.tasks().later(() -> item.progress(sent))),
            attachment -> item.become(new TrayItem.State.Ready(attachment)),
            failure -> failed(item, upload, failure));
  }

  private void failed(TrayItem item, FileUpload upload, Exception failure) {
    if (failure instanceof CancellationException) {
      ground.tasks().run(upload::discard);
      return;
    }
    if (failure instanceof ApiException refused && refused.is(ErrorCode.NOT_FOUND)) {
      upload.restart();
    }
    item.become(new TrayItem.State.Failed(why(failure), isWorthAnother(failure)));
  }

  private static Message why(Exception failure) {
    if (failure instanceof ApiException refused && refused.is(ErrorCode.TOO_LARGE)) {
      return Message.of("chat.files.tooLarge");
    }
    if (failure instanceof ApiException refused && refused.is(ErrorCode.UNAVAILABLE)) {
      return Message.of("chat.files.unavailable");
    }
    return failure instanceof IOException
        ? Message.of("chat.files.unreadable")
        : ApiFailures.explain(failure);
  }

  private static boolean isWorthAnother(Exception failure) {
    return !(failure instanceof ApiException refused
        && (refused.is(ErrorCode.TOO_LARGE)
            || refused.is(ErrorCode.INFECTED)
            || refused.is(ErrorCode.INVALID)));
  }

  /// Goes on with a file that broke off.
  public void retry(TrayItem item) {
    if (item.state().get() instanceof TrayItem.State.Failed) {
      send(item);
    }
  }

  /// Takes a file out of the tray; what the backend has of it is thrown away.
  public void remove(TrayItem item) {
    problem.set(null);
    items.remove(item);
    FileUpload upload = uploads.remove(item);
    if (upload != null) {
      upload.cancel();
      if (!(item.state().get() instanceof TrayItem.State.Sending)) {
        ground.tasks().run(upload::discard);
      }
    }
  }

  /// Empties the tray into a message.
  List<Attachment> take() {
    List<Attachment> files = new ArrayList<>();
    for (TrayItem item : items) {
      if (item.state().get() instanceof TrayItem.State.Ready ready) {
        files.add(ready.attachment());
      }
    }
    items.clear();
    uploads.clear();
    return files;
  }

  /// Takes up files that were uploaded before, for a message that was not sent.
  void give(List<Attachment> files) {
    for (Attachment file : files) {
      items.add(new TrayItem(file.name(), file.size(), null, new TrayItem.State.Ready(file)));
    }
  }

  /// Whether every file is there.
  public boolean isSettled() {
    return measuring == 0
        && items.stream().allMatch(item -> item.state().get() instanceof TrayItem.State.Ready);
  }

  public boolean hasFiles() {
    return measuring > 0 || !items.isEmpty();
  }

  public RoomId room() {
    return room;
  }

  public ObservableList<TrayItem> items() {
    return items;
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
