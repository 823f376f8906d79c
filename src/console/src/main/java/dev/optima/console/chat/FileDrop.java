package dev.optima.console.chat;

import dev.optima.console.chat.ComposerViewModel.Mode;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import java.io.File;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Lets files be dropped onto a thread. While they hang over it, it says who will get them.
final class FileDrop {
  private final Words words;
  private final Supplier<@Nullable ThreadViewModel> thread;
  private final Label says = Nodes.wrapped("", "drop-words");
  private final StackPane cover = new StackPane(says);

  FileDrop(Words words, StackPane over, Supplier<@Nullable ThreadViewModel> thread) {
    this.words = words;
    this.thread = thread;
    says.setGraphic(Nodes.icon(Feather.UPLOAD));
    cover.getStyleClass().add("drop-cover");
    cover.setMouseTransparent(true);
    cover.setVisible(false);
    over.getChildren().add(cover);
    over.addEventHandler(DragEvent.DRAG_OVER, this::over);
    over.addEventHandler(DragEvent.DRAG_EXITED, _ -> cover.setVisible(false));
    over.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
  }

  private void over(DragEvent event) {
    ThreadViewModel shown = thread.get();
    if (shown != null && event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      boolean note = shown.composer().mode().get() == Mode.NOTE;
      says.setText(words.get(note ? "chat.drop.note" : "chat.drop"));
      cover.getStyleClass().remove("drop-note");
      if (note) {
        cover.getStyleClass().add("drop-note");
      }
      cover.setVisible(true);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    cover.setVisible(false);
    ThreadViewModel shown = thread.get();
    List<File> files = event.getDragboard().getFiles();
    if (shown != null && !files.isEmpty()) {
      shown.composer().tray().add(files.stream().map(File::toPath).toList());
      event.setDropCompleted(true);
      event.consume();
    }
  }
}
