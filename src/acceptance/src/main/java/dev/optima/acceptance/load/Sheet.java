package dev.optima.acceptance.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// All that was measured: metric, server, one value a round.
final class Sheet {
  private final Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();
  private final Path file;
  private final PrintStream out;
  private String server = "";
  private int round;

  Sheet(Path file, PrintStream out) throws IOException {
    this.file = file;
    this.out = out;
    Files.writeString(file, "round,server,metric,value\n");
  }

  void begin(int newRound, String newServer) {
    round = newRound;
    server = newServer;
    out.printf("== round %d: %s%n", round, server);
  }

  void note(String format, Object... values) {
    out.printf(Locale.ROOT, "  [" + server + "] " + format + "%n", values);
  }

  void add(String metric, double value) throws IOException {
    Files.writeString(
        file,
        String.format(Locale.ROOT, "%d,%s,%s,%.3f%n", round, server, metric, value),
        StandardOpenOption.APPEND);
    if (Double.isFinite(value)) {
      values
          .computeIfAbsent(metric, _ -> new LinkedHashMap<>())
          .computeIfAbsent(server, _ -> new ArrayList<>())
          .add(value);
    }
  }

  /// The median over the rounds.
  OptionalDouble median(String metric, String ofServer) {
    List<Double> sorted =
        values.getOrDefault(metric, Map.of()).getOrDefault(ofServer, List.of()).stream()
            .sorted()
            .toList();
    if (sorted.isEmpty()) {
      return OptionalDouble.empty();
    }
    int half = sorted.size() / 2;
    return OptionalDouble.of(
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2);
  }

  /// A Markdown table of the medians: a line a metric, a column a server.
  void print(List<String> servers) {
    out.printf("%n| metric (median) | %s |%n", String.join(" | ", servers));
    out.printf("|---%s|%n", "|---:".repeat(servers.size()));
    for (String metric : values.keySet()) {
      String cells =
          servers.stream().map(s -> cell(median(metric, s))).collect(Collectors.joining(" | "));
      out.printf("| %s | %s |%n", metric, cells);
    }
  }

  static String cell(OptionalDouble value) {
    if (value.isEmpty()) {
      return "";
    }
    double v = value.getAsDouble();
    return String.format(Locale.ROOT, v >= 100 || v == Math.rint(v) ? "%,.0f" : "%.1f", v);
  }
}
