package dev.optima.packaging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says of each step how long it took and how large its result is.
final class Report {
  private static final double MEGABYTE = 1_000_000;

  private final PrintStream out;
  private final List<String> lines = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  /// A step that makes a file or a folder.
  interface Step {
    Path run() throws IOException, InterruptedException;
  }

  /// Does it and says so.
  Path time(String what, Step step) throws IOException, InterruptedException {
    Instant begun = Instant.now();
    Path made = step.run();
    double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    say("%-32s %7.1f s %9.1f MB  %s", what, seconds, Tree.size(made) / MEGABYTE, made);
    return made;
  }

  /// Something that could not be done here, and why.
  void leftOut(String what, String why) {
    say("%-32s left out: %s", what, why);
  }

  private void say(String form, Object... values) {
    String line = String.format(Locale.ROOT, form, values);
    out.println(line);
    lines.add(line);
  }

  /// Keeps all that was said.
  void keep(Path file) throws IOException {
    Files.write(file, lines);
  }
}
