package dev.optima.console.chat;

import dev.optima.console.i18n.Message;
import dev.optima.protocol.message.Attachment;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One file in the tray above the composer.
public final class TrayItem {
  private final String name;
  private final long size;
  private final @Nullable Path file;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyObjectWrapper<State> state;

  /// Where the file is on its way.
  public sealed interface State {
    /// Its bytes are being sent.
    record Sending() implements State {}

    /// It is there.
    record Ready(Attachment attachment) implements State {}

    /// It broke off, or was refused.
    ///
    /// @param again whether trying again may help
    record Failed(Message why, boolean again) implements State {}
  }

  TrayItem(String name, long size, @Nullable Path file, State state) {
    this.name = name;
    this.size = size;
    this.file = file;
    this.state = new ReadOnlyObjectWrapper<>(state);
  }

  void progress(long sent) {
    progress.set(size == 0 ? 1 : (double) sent / size);
  }

  void become(State next) {
    state.set(next);
  }

  public String name() {
    return name;
  }

  /// In bytes.
  public long size() {
    return size;
  }

  /// Where it is on this machine; null if only the backend has it.
  public @Nullable Path file() {
    return file;
  }

  /// From 0 to 1.
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }
}
