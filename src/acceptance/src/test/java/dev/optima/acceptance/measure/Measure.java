package dev.optima.acceptance.measure;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// `mvn -Pmeasure`: start of the backend and of the console, cost of the call view, pages of the
/// calendar. With arguments only the ones named: `backend`, `console`, `call`, `calendar`.
public final class Measure {
  private Measure() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Set<String> which =
        arguments.length == 0
            ? Set.of("backend", "console", "call", "calendar")
            : Set.of(arguments);
    Path folder = Path.of("target", "measure").toAbsolutePath();
    Files.createDirectories(folder);
    Medians medians = new Medians(out);
    if (which.contains("backend")) {
      new BackendStart(medians, folder).run();
    }
    if (which.contains("console")) {
      new ConsoleStart(medians, folder).run();
    }
    if (which.contains("call")) {
      new CallCost(medians).run();
    }
    if (which.contains("calendar")) {
      new CalendarPages(medians).run();
    }
  }
}
