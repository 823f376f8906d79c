package dev.optima.console.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The door back to the FX thread: the only place that calls `Platform.runLater`.
public final class UiThread implements Executor {
  /// Runs the task later on the FX thread, in the order given; after the toolkit's end it is
  /// dropped.
  @Override
  public void execute(Runnable task) {
    Platform.runLater(task);
  }
}
