package dev.optima.console.login;

import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A remembered session is on its way in.
public final class OpeningView extends StackPane {

  /// @param problem why it takes longer; null at first
  /// @param onLogin signs in by the form instead
  public OpeningView(Words words, @Nullable Message problem, Runnable onLogin) {
    setId("opening");
    getStyleClass().add("login");
    ProgressIndicator progress = new ProgressIndicator();
    progress.setMaxSize(32, 32);
    VBox box = new VBox(16, progress, Nodes.label(words.get("opening.title"), "heading"));
    box.setAlignment(Pos.CENTER);
    box.setMaxWidth(420);
    if (problem != null) {
      box.getChildren()
          .addAll(
              Nodes.wrapped(words.get(problem), "muted"),
              Nodes.wrapped(words.get("opening.again"), "small", "faint"),
              Nodes.button("openingLogin", words.get("opening.login"), onLogin));
    }
    getChildren().add(box);
  }
}
