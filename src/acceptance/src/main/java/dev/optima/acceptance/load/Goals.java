package dev.optima.acceptance.load;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalDouble;

/// The goals that the project has set itself, as ratios to what was measured in the same run.
final class Goals {
  private static final String OPTIMA = LoadTool.OPTIMA;
  private static final String NODE = "node-gc";
  private static final String ECHO = "tcp";

  private final Sheet sheet;
  private final PrintStream out;
  private final double fsync;

  Goals(Sheet sheet, PrintStream out, double fsyncMicros) {
    this.sheet = sheet;
    this.out = out;
    fsync = fsyncMicros;
  }

  void print() {
    out.printf("%n| goal | Optima | limit | reached |%n|---|---:|---:|---|%n");
    OptionalDouble trip = sheet.median("echo.idle p50, µs", ECHO);
    OptionalDouble durable =
        trip.isPresent() ? OptionalDouble.of(1.3 * (fsync + trip.getAsDouble())) : trip;
    for (String step : new String[] {"request → incoming", "accept → ready"}) {
      most(step + " p50, idle, µs", optima("ring.idle " + step + " p50, µs"), durable);
      most(
          step + " p99, idle, µs",
          optima("ring.idle " + step + " p99, µs"),
          node("chat.idle acknowledgement p99, µs", 1));
      most(
          step + " p99, 100 calls a second, µs",
          optima("ring.rate " + step + " p99, µs"),
          node("chat.rate acknowledgement p99, µs", 1));
    }
    most(
        "CPU a call, stored, µs",
        optima("ring.sat4 CPU a call, µs"),
        node("ring.sat CPU a call, µs", 1));
    most(
        "CPU a message, µs",
        optima("chat.sat CPU a message, µs"),
        node("chat.sat CPU a message, µs", 0.4));
    least(
        "durable messages a second",
        optima("chat.sat acknowledged a second"),
        node("chat.sat acknowledged a second", 2.5));
    most("heap a connection, KiB", optima("connections heap each, KiB"), OptionalDouble.of(10));
    least(
        "storm, logins a second",
        optima("storm logins a second"),
        node("storm logins a second", 1.2));
    most("storm, all back, ms", optima("storm all back, ms"), OptionalDouble.of(10_000));
    most("start to first answer, ms", optima("start to first answer, ms"), OptionalDouble.of(1500));
    most("memory after the start, MiB", optima("PSS after the start, MiB"), OptionalDouble.of(120));
  }

  private OptionalDouble optima(String metric) {
    return sheet.median(metric, OPTIMA);
  }

  private OptionalDouble node(String metric, double factor) {
    OptionalDouble value = sheet.median(metric, NODE);
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
  }

  private void most(String what, OptionalDouble value, OptionalDouble limit) {
    line(what, value, limit, "≤", value.orElse(0) <= limit.orElse(0));
  }

  private void least(String what, OptionalDouble value, OptionalDouble limit) {
    line(what, value, limit, "≥", value.orElse(0) >= limit.orElse(0));
  }

  private void line(
      String what, OptionalDouble value, OptionalDouble limit, String sign, boolean reached) {
    if (value.isPresent()) {
      out.printf(
          Locale.ROOT,
          "| %s | %s | %s %s | %s |%n",
          what,
          Sheet.cell(value),
          sign,
          Sheet.cell(limit),
          limit.isEmpty() ? "not measured" : reached ? "yes" : "**no**");
    }
  }
}
