package dev.optima.acceptance.driver;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;

/// What turning a page costs the FX thread.
final class PageTurn {
  private static final long PATIENCE = 30;

  private PageTurn() {}

  /// Presses a button and lays the window out anew, then asks the FX thread for an answer again and
  /// again, as long as what was loaded for the page is still being drawn.
  ///
  /// @return how long the first took, how much of that the thread was at work and not waiting for a
  ///   core, and the longest time that an answer took: in milliseconds
  static String of(String selector, long millis) throws Exception {
    double[] took = onFx(() -> press(selector));
    double longest = 0;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      long asked = System.nanoTime();
      onFx(() -> took);
      longest = Math.max(longest, (System.nanoTime() - asked) / 1e6);
      new CompletableFuture<Boolean>().completeOnTimeout(true, 1, TimeUnit.MILLISECONDS).get();
    }
    return String.format(Locale.ROOT, "%.2f %.2f %.2f", took[0], took[1], longest);
  }

  private static double[] press(String selector) {
    if (!(Sight.one(selector) instanceof ButtonBase button)) {
      throw new IllegalStateException("no button: " + selector);
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long worked = threads.getCurrentThreadCpuTime();
    button.fire();
    Parent root = button.getScene().getRoot();
    root.applyCss();
    root.layout();
    return new double[] {
      (System.nanoTime() - start) / 1e6, (threads.getCurrentThreadCpuTime() - worked) / 1e6
    };
  }

  private interface Question {
    double[] ask();
  }

  private static double[] onFx(Question question) throws Exception {
    var answer = new CompletableFuture<double[]>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(question.ask());
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer.get(PATIENCE, TimeUnit.SECONDS);
  }
}
