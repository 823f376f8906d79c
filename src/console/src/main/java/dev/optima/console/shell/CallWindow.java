package dev.optima.console.shell;

import dev.optima.console.call.CallView;
import dev.optima.console.look.Styles;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A window of its own for the call, and the way back into the one window.
final class CallWindow {
  private static final double WIDTH = 1100;
  private static final double HEIGHT = 720;

  private final CallView call;
  private final Runnable takeBack;
  private final Runnable leave;
  private @Nullable Stage stage;

  /// @param takeBack shows the call in the main window
  /// @param leave shows something else in the main window
  CallWindow(CallView call, Runnable takeBack, Runnable leave) {
    this.call = call;
    this.takeBack = takeBack;
    this.leave = leave;
  }

  void popOut(boolean out) {
    if (out == isOpen()) {
      return;
    }
    if (out) {
      open();
    } else {
      shut();
      takeBack.run();
    }
  }

  private void open() {
    Stage window = new Stage();
    stage = window;
    leave.run();
    StackPane root = new StackPane(call);
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    Styles.apply(scene);
    window.titleProperty().bind(call.title());
    window.setScene(scene);
    window.setOnCloseRequest(
        event -> {
          event.consume();
          call.poppedOut().set(false);
        });
    window.show();
  }

  private void shut() {
    Stage window = stage;
    stage = null;
    if (window != null) {
      window.titleProperty().unbind();
      window.getScene().setRoot(new StackPane());
      window.close();
    }
  }

  boolean isOpen() {
    return stage != null;
  }

  void toFront() {
    if (stage != null) {
      stage.toFront();
    }
  }

  /// Shuts it without going back to the call, since the call is over.
  void close() {
    shut();
    call.poppedOut().set(false);
  }
}
