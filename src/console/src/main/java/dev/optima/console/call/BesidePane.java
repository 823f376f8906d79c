package dev.optima.console.call;

import dev.optima.console.look.Nodes;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What stands at the right of a page, as high as it; Escape in it takes it away.
final class BesidePane extends StackPane {
  private static final double WIDTH = 536;

  private @Nullable Runnable onEscape;

  BesidePane() {
    getStyleClass().add("drawer");
    setMinWidth(0);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          Runnable leave = onEscape;
          if (event.getCode() == KeyCode.ESCAPE && leave != null) {
            event.consume();
            leave.run();
          }
        });
  }

  void show(Region content, Runnable escape) {
    onEscape = escape;
    content.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    content.setPrefWidth(0);
    getChildren().setAll(content);
    Nodes.present(this, true);
  }

  void hide() {
    onEscape = null;
    getChildren().clear();
    Nodes.present(this, false);
  }
}
