package dev.optima.acceptance.driver;

import dev.optima.acceptance.run.ConsoleCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// Starts the real console in this JVM and does what standard input says, a line a command (`click
/// #room-call`); each is answered by one line that begins with `@ok` or `@no`. The console itself
/// knows nothing of it.
public final class DriverMain {
  /// Begins an answer, so that it cannot be taken for a log line.
  public static final String OK = "@ok ";

  public static final String NO = "@no ";

  private final Hands hands = new Hands();
  private final PrintStream out;

  private DriverMain(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Thread.ofPlatform().name("console-main").start(() -> launch(arguments));
    new DriverMain(out).serve();
    Runtime.getRuntime().halt(0);
  }

  private static void launch(String[] arguments) {
    try {
      Class.forName(ConsoleCommand.LAUNCHER)
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the console did not start", e);
    }
  }

  private void serve() throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      out.println(answer(line));
    }
  }

  private String answer(String line) {
    try {
      return OK + oneLine(obey(line));
    } catch (Exception | AssertionError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return NO + oneLine(String.valueOf(cause.getMessage() == null ? cause : cause.getMessage()));
    }
  }

  private static String oneLine(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "");
  }

  private static String turn(String[] words) throws Exception {
    return PageTurn.of(words[0], Long.parseLong(words[1]));
  }

  private String obey(String line) throws Exception {
    String[] words = line.split(" ", 2);
    String rest = words.length > 1 ? words[1] : "";
    return switch (words[0]) {
      case "has" -> String.valueOf(hands.has(rest));
      case "click" -> hands.click(rest);
      case "type" -> hands.type(rest);
      case "key" -> hands.key(rest);
      case "text" -> hands.text(rest);
      case "state" -> hands.state(rest);
      case "title" -> hands.title();
      case "size" -> hands.size(rest);
      case "shot" -> hands.shot(rest);
      case "tree" -> hands.tree();
      case "turn" -> turn(rest.split(" "));
      case "pulse" -> hands.pulse(TimeUnit.SECONDS.toMillis(5));
      default -> throw new IllegalArgumentException("unknown: " + line);
    };
  }
}
