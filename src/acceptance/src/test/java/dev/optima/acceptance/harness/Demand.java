package dev.optima.acceptance.harness;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.optima.acceptance.run.Tool;

/// What a test needs of the machine. Missing, the test is skipped with one line; CI demands it.
public final class Demand {
  private Demand() {}

  /// @throws IllegalStateException if it is missing and demanded
  public static void tools(Tool... tools) {
    for (Tool tool : tools) {
      if (tool.find().isEmpty()) {
        missing(tool + " is not installed");
      }
    }
  }

  private static void missing(String what) {
    if (Boolean.getBoolean("optima.demand")) {
      throw new IllegalStateException(what + ", and optima.demand is set");
    }
    abort("skipped: " + what);
  }
}
