package dev.optima.packaging;

import java.util.List;

/// The libraries of a Linux system that the console loads: GTK and OpenGL for JavaFX, the rest for
/// Chromium. What Java itself needs is found by jpackage.
final class LinuxNeeds {
  /// By package; where Debian and Ubuntu renamed some for 64-bit time, either name does.
  private static final List<String> DEB =
      List.of(
          "libgtk-3-0t64 | libgtk-3-0",
          "libgl1",
          "libxxf86vm1",
          "libxtst6",
          "libasound2t64 | libasound2",
          "libnss3",
          "libnspr4",
          "libgbm1",
          "libcups2t64 | libcups2",
          "libatk-bridge2.0-0t64 | libatk-bridge2.0-0",
          "libxcomposite1",
          "libxdamage1",
          "libxkbcommon0",
          "xdg-utils");

  /// By library, since every distribution calls its packages otherwise.
  private static final List<String> RPM =
      List.of(
          "libgtk-3.so.0()(64bit)",
          "libGL.so.1()(64bit)",
          "libXxf86vm.so.1()(64bit)",
          "libXtst.so.6()(64bit)",
          "libasound.so.2()(64bit)",
          "libnss3.so()(64bit)",
          "libnspr4.so()(64bit)",
          "libgbm.so.1()(64bit)",
          "libcups.so.2()(64bit)",
          "libatk-bridge-2.0.so.0()(64bit)",
          "libXcomposite.so.1()(64bit)",
          "libXdamage.so.1()(64bit)",
          "libxkbcommon.so.0()(64bit)",
          "xdg-utils");

  private LinuxNeeds() {}

  /// For `--linux-package-deps`.
  static String of(String kind) {
    return String.join(", ", kind.equals("deb") ? DEB : RPM);
  }
}
