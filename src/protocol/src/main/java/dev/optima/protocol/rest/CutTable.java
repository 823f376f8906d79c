package dev.optima.protocol.rest;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The last line of a CSV file of calls that does not hold all that fit.
public final class CutTable {
  private static final Pattern LINE =
      Pattern.compile("# Only the first (\\d{1,9}) calls: there are more that fit");

  private CutTable() {}

  /// As it is written.
  ///
  /// @param rows how many calls are in the file
  public static String line(int rows) {
    return "# Only the first " + rows + " calls: there are more that fit";
  }

  /// How many calls are in the file, if this is such a line.
  public static OptionalInt rows(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
