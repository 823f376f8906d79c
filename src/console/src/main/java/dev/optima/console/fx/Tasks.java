package dev.optima.console.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one door to background work. What comes back arrives on the FX thread; neither side ever
/// waits for the other.
public final class Tasks {
  private final Executor background;
  private final Executor ui;

  /// @param background where work is done; must not be the FX thread
  /// @param ui where results are handed over
  public Tasks(Executor background, Executor ui) {
    this.background = background;
    this.ui = ui;
  }

  /// Works in the background on threads of its own, hands over on the FX thread.
  public static Tasks onFxThread() {
    return new Tasks(work -> Thread.ofVirtual().name("optima-task").start(work), new UiThread());
  }

  /// Does `work`, then `done` with its result or `failed` with what went wrong.
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    background.execute(
        () -> {
          T result;
          try {
            result = work.call();
          } catch (Exception e) {
            log().debug("background work failed", e);
            ui.execute(() -> failed.accept(e));
            return;
          }
          ui.execute(() -> done.accept(result));
        });
  }

  /// Does work whose result nobody waits for; a failure is logged.
  public void run(Work work) {
    background.execute(
        () -> {
          try {
            work.run();
          } catch (Exception e) {
            log().warn("background work failed", e);
          }
        });
  }

  /// Hands `task` to the FX thread.
  public void later(Runnable task) {
    ui.execute(task);
  }

  /// Asked for only when there is something to say: the window comes before the logging does.
  private static Logger log() {
    return LoggerFactory.getLogger(Tasks.class);
  }

  /// Work that may fail.
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }
}
