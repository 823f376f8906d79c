package dev.optima.console.chart;

/// How a figure changed against the time before.
///
/// @param text with its sign and unit
/// @param way whether it rose
/// @param verdict whether that is good
public record Change(String text, Way way, Verdict verdict) {

  /// Where it went.
  public enum Way {
    UP,
    DOWN,
    SAME
  }

  /// What to think of it.
  public enum Verdict {
    GOOD,
    BAD,
    NEITHER
  }
}
