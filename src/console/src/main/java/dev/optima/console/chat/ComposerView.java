package dev.optima.console.chat;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Where a message is written: Enter sends, Shift+Enter begins a new line.
final class ComposerView extends HBox implements AutoCloseable {
  private static final int MOST_ROWS = 6;

  private final TextArea input = new TextArea();
  private final Button send;
  private final Words words;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable ThreadViewModel thread;

  ComposerView(Words words) {
    super(8);
    this.words = words;
    getStyleClass().add("composer");
    input.setId(Ids.CHAT_INPUT);
    input.setWrapText(true);
    input.setPrefRowCount(1);
    input.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(input, Priority.ALWAYS);
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    input.textProperty().addListener((_, _, now) -> fit(now));
    send = Nodes.button(Ids.SEND, words.get("chat.send"), this::send, "accent");
    send.setGraphic(Nodes.icon(Feather.SEND));
    send.disableProperty().bind(input.textProperty().map(String::isBlank));
    getChildren().addAll(input, send);
  }

  /// Writes to this thread from now on; each keeps its draft.
  void show(ThreadViewModel next, String firstName) {
    subscriptions.close();
    thread = next;
    input.setPromptText(words.get("chat.prompt", firstName));
    input.textProperty().bindBidirectional(next.draft());
    subscriptions.add(() -> input.textProperty().unbindBidirectional(next.draft()));
    input.end();
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() != KeyCode.ENTER) {
      return;
    }
    event.consume();
    if (event.isShiftDown()) {
      input.replaceSelection("\n");
    } else {
      send();
    }
  }

  private void send() {
    if (thread != null) {
      thread.send();
    }
  }

  private void fit(@Nullable String text) {
    long lines = text == null ? 1 : text.lines().count() + (text.endsWith("\n") ? 1 : 0);
    input.setPrefRowCount((int) Math.max(1, Math.min(MOST_ROWS, lines)));
  }

  void focus() {
    input.requestFocus();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
