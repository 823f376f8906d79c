package dev.optima.packaging;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A system that installers are made for: what kinds it has, and how jpackage lays out a program
/// there.
enum Os {
  LINUX("linux", "lib/app", "lib/runtime", "bin/Optima", List.of("deb", "rpm")),
  WINDOWS("windows", "app", "runtime", "Optima.exe", List.of("msi")),
  MACOS(
      "macos",
      "Contents/app",
      "Contents/runtime/Contents/Home",
      "Contents/MacOS/Optima",
      List.of("dmg"));

  private final String folder;
  private final String app;
  private final String runtime;
  private final String launcher;
  private final List<String> packages;

  Os(String folder, String app, String runtime, String launcher, List<String> packages) {
    this.folder = folder;
    this.app = app;
    this.runtime = runtime;
    this.launcher = launcher;
    this.packages = packages;
  }

  /// The one this runs on.
  static Os current() {
    return named(System.getProperty("os.name"));
  }

  static Os named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("win")) {
      return WINDOWS;
    }
    return lower.contains("mac") ? MACOS : LINUX;
  }

  /// Its folder below `installer/`.
  String folder() {
    return folder;
  }

  /// The kinds of packages it has, as jpackage's `--type`.
  List<String> packages() {
    return packages;
  }

  /// The image that jpackage makes of a program.
  Path image(Path folder, String name) {
    return folder.resolve(this == MACOS ? name + ".app" : name);
  }

  /// Where the program's own files are in its image: jpackage's `$APPDIR`.
  Path app(Path image) {
    return image.resolve(app);
  }

  /// The Java in the image.
  Path runtime(Path image) {
    return image.resolve(runtime);
  }

  /// What starts the program.
  Path launcher(Path image) {
    return image.resolve(launcher);
  }

  /// The ending of its icon files.
  String icon() {
    return switch (this) {
      case LINUX -> "png";
      case WINDOWS -> "ico";
      case MACOS -> "icns";
    };
  }
}
