package dev.optima.icons;

/// What is seen on the sign of the calls that were missed: nothing, a dot where the picture is too
/// small for more, a number, or that there are more than nine.
public enum Badge {
  NONE("", 0),
  DOT("-dot", 0),
  ONE("-1", 1),
  TWO("-2", 2),
  THREE("-3", 3),
  FOUR("-4", 4),
  FIVE("-5", 5),
  SIX("-6", 6),
  SEVEN("-7", 7),
  EIGHT("-8", 8),
  NINE("-9", 9),
  MORE("-more", 0);

  /// Below this many pixels a number is a blot.
  private static final int SMALLEST_WITH_NUMBER = 22;

  private final String suffix;
  private final int digit;

  Badge(String suffix, int digit) {
    this.suffix = suffix;
    this.digit = digit;
  }

  /// Of so many missed calls, in a picture of this size.
  public static Badge of(long missed, int size) {
    if (missed <= 0) {
      return NONE;
    }
    if (size < SMALLEST_WITH_NUMBER) {
      return DOT;
    }
    for (Badge badge : values()) {
      if (badge.digit == missed) {
        return badge;
      }
    }
    return MORE;
  }

  /// The number, 1 to 9; 0 where none is seen.
  public int digit() {
    return digit;
  }

  /// At the end of the name of a picture.
  public String suffix() {
    return suffix;
  }
}
