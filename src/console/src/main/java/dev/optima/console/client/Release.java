package dev.optima.console.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version as far as it tells who understands whom: the first number, and before 1.0 the second
/// too.
record Release(int major, int minor) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(\\D.*)?");

  static Optional<Release> of(String version) {
    Matcher text = TEXT.matcher(version);
    return text.matches()
        ? Optional.of(new Release(Integer.parseInt(text.group(1)), Integer.parseInt(text.group(2))))
        : Optional.empty();
  }

  /// Negative if this one is too old for the other, positive if it is too new, 0 if they understand
  /// each other.
  int against(Release other) {
    if (major != other.major) {
      return Integer.compare(major, other.major);
    }
    return major == 0 ? Integer.compare(minor, other.minor) : 0;
  }
}
