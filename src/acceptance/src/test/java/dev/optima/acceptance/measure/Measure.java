package dev.optima.acceptance.measure;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// `mvn -Pmeasure`: start of the backend and of the console, cost of the call view, pages of the
/// calendar and of the history. With arguments only the ones named: `backend`, `console`, `call`,
/// `calendar`, `installed` (the console that `mvn -Pinstaller package` made, or with `image=DIR` an
/// installed one), and `history-sqlite`, `history-postgresql`, `insights-sqlite`,
/// `insights-postgresql`, which are long: with `kept=DIR` the databases that these fill stay there
/// for the next run.
public final class Measure {
  private static final String KEPT = "kept=";
  private static final String IMAGE = "image=";

  private Measure() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Optional<Path> kept = folder(KEPT, arguments);
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
    if (which.contains("installed")) {
      Path image = folder(IMAGE, arguments).orElse(Path.of("../packaging/target/image/Optima"));
      new InstalledStart(medians, folder, image.toAbsolutePath().normalize()).run();
    }
    if (which.contains("call")) {
      new CallCost(medians).run();
    }
    if (which.contains("calendar")) {
      new CalendarPages(medians).run();
    }
    for (String engine : new String[] {"sqlite", "postgresql"}) {
      if (which.contains("history-" + engine)) {
        new HistoryPages(medians).run(engine, kept.orElse(null));
      }
      if (which.contains("insights-" + engine)) {
        new InsightFigures(medians).run(engine, kept.orElse(null));
      }
    }
  }

  private static Optional<Path> folder(String name, String... arguments) {
    return Stream.of(arguments)
        .filter(argument -> argument.startsWith(name))
        .map(argument -> Path.of(argument.substring(name.length())))
        .findFirst();
  }
}
