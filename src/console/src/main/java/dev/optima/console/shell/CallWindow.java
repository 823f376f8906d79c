package dev.optima.console.shell;

import dev.optima.console.call.CallView;
import dev.optima.console.look.Styles;
import dev.optima.console.today.KnocksView;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A window of its own for the call, with whoever waits to be let in above it, and the way back
/// into the one window.
final class CallWindow {
  private static final double WIDTH = 1100;
  private static final double HEIGHT = 720;

  private final CallView call;
  private final Runnable takeBack;
  private final Runnable leave;
  private final Supplier<KnocksView> knocks;
  private @Nullable Stage stage;
  private @Nullable KnocksView door;

  /// @param takeBack shows the call in the main window
  /// @param leave shows something else in the main window
  /// @param knocks makes the lines of those who wait to be let in
  CallWindow(CallView call, Runnable takeBack, Runnable leave, Supplier<KnocksView> knocks) {
    this.call = call;
    this.takeBack = takeBack;
    this.leave = leave;
    this.knocks = knocks;
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
    KnocksView waiting = knocks.get();
    door = waiting;
    BorderPane root = new BorderPane(call);
    root.setTop(waiting);
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
    KnocksView waiting = door;
    stage = null;
    door = null;
    if (waiting != null) {
      waiting.close();
    }
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
