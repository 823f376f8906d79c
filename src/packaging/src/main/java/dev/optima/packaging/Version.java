package dev.optima.packaging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of the build as installers want it: numbers only. macOS demands that the first is
/// not 0 and knows three of them, so there a build before 1.0 is a patch of 1.0: 0.1.7 is 1.0.1007,
/// for the Finder only.
record Version(int major, int minor, int patch, boolean snapshot) {
  private static final Pattern FORM =
      Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(-SNAPSHOT)?", Pattern.CASE_INSENSITIVE);

  /// More than any of them will have.
  private static final int PATCHES = 1000;

  /// @throws IllegalArgumentException if it is no `1.2.3` or `1.2.3-SNAPSHOT`
  static Version parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a version like 1.2.3 or 1.2.3-SNAPSHOT: " + text);
    }
    return new Version(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        matcher.group(4) != null);
  }

  /// For jpackage's `--app-version`.
  String forPackage(Os os) {
    return os == Os.MACOS && major == 0 ? "1.0." + (minor * PATCHES + patch) : numbers();
  }

  /// For a Debian package: a snapshot is older than the release it leads to.
  String forDebian() {
    return snapshot ? numbers() + "~snapshot" : numbers();
  }

  /// As people say it.
  String numbers() {
    return major + "." + minor + "." + patch;
  }
}
