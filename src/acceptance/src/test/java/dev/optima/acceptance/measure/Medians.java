package dev.optima.acceptance.measure;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/// Says what came out, as the median of several rounds.
final class Medians {
  private final PrintStream out;

  Medians(PrintStream out) {
    this.out = out;
  }

  /// One measurement.
  interface Round {
    double run() throws Exception;
  }

  double of(String what, String unit, int rounds, Round round) throws Exception {
    double[] values = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      values[i] = round.run();
    }
    Arrays.sort(values);
    double median = values[rounds / 2];
    say(what, unit, median, values[0], values[rounds - 1]);
    return median;
  }

  void say(String what, String unit, double median, double least, double most) {
    out.printf(Locale.ROOT, "%-62s %8.0f %s (%.0f to %.0f)%n", what, median, unit, least, most);
  }

  void line(String text) {
    out.println(text);
  }
}
