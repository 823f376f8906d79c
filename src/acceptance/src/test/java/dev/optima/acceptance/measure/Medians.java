package dev.optima.acceptance.measure;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
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
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      values.add(round.run());
    }
    return of(what, unit, values);
  }

  /// @return the median of what was measured
  double of(String what, String unit, List<Double> measured) {
    List<Double> values = measured.stream().sorted().toList();
    double median = values.get(values.size() / 2);
    say(what, unit, median, values.getFirst(), values.getLast());
    return median;
  }

  void say(String what, String unit, double median, double least, double most) {
    out.printf(Locale.ROOT, "%-62s %8.0f %s (%.0f to %.0f)%n", what, median, unit, least, most);
  }

  void line(String text) {
    out.println(text);
  }
}
