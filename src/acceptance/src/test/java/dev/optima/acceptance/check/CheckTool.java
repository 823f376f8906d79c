package dev.optima.acceptance.check;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// `mvn -Pcheck "-Darguments=--kills 100"`: the promises of the chat under trouble, with figures.
public final class CheckTool {
  private static final int MOST_SHOWN = 50;

  private CheckTool() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (Arrays.asList(arguments).contains("help")) {
      out.print(CheckOptions.USAGE);
      return;
    }
    CheckOptions options;
    try {
      options = CheckOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.print(CheckOptions.USAGE);
      System.exit(2);
      return;
    }
    System.exit(run(options, out) ? 0 : 1);
  }

  private static boolean run(CheckOptions options, PrintStream out) throws Exception {
    out.println("seed " + options.seed());
    boolean good = true;
    for (String database : options.databases()) {
      var run = new CheckRun(options);
      CheckReport report = database.equals(CheckOptions.SQLITE) ? run.onSqlite() : run.onPostgres();
      out.println(database + ": " + report);
      report.violations().stream().limit(MOST_SHOWN).forEach(v -> out.println("  " + v));
      good &= report.violations().isEmpty();
    }
    return good;
  }
}
