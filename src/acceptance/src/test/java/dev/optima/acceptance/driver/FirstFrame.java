package dev.optima.acceptance.driver;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Starts an application and says on standard output when one of its nodes stands on the screen:
/// `FirstFrame <main class> <selector> [arguments]`. Ends the JVM when its standard input ends.
public final class FirstFrame {
  /// What it says then.
  public static final String SIGN = "@first frame";

  private FirstFrame() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String[] rest = java.util.Arrays.copyOfRange(arguments, 2, arguments.length);
    Thread.ofPlatform().name("main").start(() -> launch(arguments[0], rest));
    Thread.ofPlatform().daemon().start(() -> watch(arguments[1], out));
    while (System.in.read() >= 0) {
      // Whoever started this closes the pipe when it is enough.
    }
    System.exit(0);
  }

  private static void launch(String main, String[] arguments) {
    try {
      Class.forName(main).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(main + " did not start", e);
    }
  }

  private static void watch(String selector, PrintStream out) {
    while (!isThere(selector)) {
      Thread.onSpinWait();
      var pause =
          new CompletableFuture<Boolean>().completeOnTimeout(true, 10, TimeUnit.MILLISECONDS);
      pause.join();
    }
    // Twice through the queue: the frame with the node in it has been drawn.
    isThere(selector);
    out.println(SIGN);
  }

  private static boolean isThere(String selector) {
    var answer = new CompletableFuture<Boolean>();
    try {
      Platform.runLater(() -> answer.complete(Sight.find(selector).isPresent()));
    } catch (IllegalStateException e) {
      return false; // JavaFX has not started yet.
    }
    return answer.completeOnTimeout(false, 5, TimeUnit.SECONDS).join();
  }
}
