package dev.optima.console.chart;

/// How a figure changed against the time before.
///
/// @param text with its sign and unit
/// @param way whether it rose
/// @param verdict whether that is good
public record Change(String text, Way way, Verdict verdict) {

  /// With the sign of its way.
  public String signed() {
    return switch (way) {
      case UP -> "▲ " + text;
      case DOWN -> "▼ " + text;
      case SAME -> text;
    };
  }

  /// The style class of the chip it is told in.
  public String look() {
    return switch (verdict) {
      case GOOD -> "chip-ok";
      case BAD -> "chip-bad";
      case NEITHER -> "chip-plain";
    };
  }

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
