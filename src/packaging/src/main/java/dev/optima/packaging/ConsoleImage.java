package dev.optima.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The console with a Java of its own, ready to run from its folder: jpackage's app-image.
final class ConsoleImage {
  static final String NAME = "Optima";
  static final String VENDOR = "Optima";
  static final String DESCRIPTION = "Ring, meet and schedule applicants by video";

  /// What the console, JavaFX and Chromium's Java use; the last two are only found by their
  /// services: Turkish, and the charsets of other people's tables.
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.prefs",
          "java.sql",
          "java.xml",
          "javafx.controls",
          "javafx.web",
          "jdk.jfr",
          "jdk.jsobject",
          "jdk.unsupported",
          "jdk.unsupported.desktop",
          "jdk.xml.dom",
          "jdk.localedata",
          "jdk.charsets");

  /// The certificates of Windows, found by its service too. Those of macOS are in `java.base`.
  private static final String WINDOWS_CERTIFICATES = "jdk.crypto.mscapi";

  /// The cache of loaded and linked classes, beside the jars (JEP 483, JEP 514).
  static final String CACHE = "console.aot";

  /// Where JCEF asks AWT for what only macOS has.
  private static final List<String> MAC_OPTIONS =
      List.of(
          "--add-opens=java.desktop/sun.awt=ALL-UNNAMED",
          "--add-opens=java.desktop/sun.lwawt=ALL-UNNAMED",
          "--add-opens=java.desktop/sun.lwawt.macosx=ALL-UNNAMED");

  private final Os os;
  private final Version version;
  private final Path resources;
  private final Path icon;

  /// @param resources `installer/<system>`
  ConsoleImage(Os os, Version version, Path resources, Path icon) {
    this.os = os;
    this.version = version;
    this.resources = resources;
    this.icon = icon;
  }

  /// @param input as [ConsoleFiles] lays it out
  /// @param modules JavaFX, likewise
  /// @return the image
  Path make(Path input, Path modules, Path folder) throws IOException {
    Tree.fresh(folder);
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--type", "app-image", "--name", NAME, "--dest", folder.toString()));
    words.addAll(List.of("--app-version", version.forPackage(os), "--vendor", VENDOR));
    words.addAll(List.of("--description", DESCRIPTION, "--icon", icon.toString()));
    words.addAll(List.of("--input", input.toString(), "--main-jar", ConsoleFiles.MAIN_JAR));
    words.addAll(List.of("--main-class", "dev.optima.console.Main"));
    words.addAll(List.of("--module-path", modules.toString()));
    words.addAll(List.of("--add-modules", String.join(",", modules(os))));
    // Native commands stay: the cache is written by a `java` of this very Java.
    words.addAll(
        List.of(
            "--jlink-options",
            "--strip-debug --no-man-pages --no-header-files --include-locales=en,tr"));
    words.addAll(List.of("--resource-dir", resources.toString()));
    if (os == Os.MACOS) {
      words.addAll(List.of("--mac-package-identifier", "dev.optima.console"));
      MAC_OPTIONS.forEach(option -> words.addAll(List.of("--java-options", option)));
    }
    javaOptions().forEach(option -> words.addAll(List.of("--java-options", option)));
    JdkTool.run("jpackage", words);
    return os.image(folder, NAME);
  }

  /// What its Java is made of.
  static List<String> modules(Os os) {
    if (os != Os.WINDOWS) {
      return MODULES;
    }
    List<String> all = new ArrayList<>(MODULES);
    all.add(WINDOWS_CERTIFICATES);
    return List.copyOf(all);
  }

  private static List<String> javaOptions() {
    return List.of(
        "--enable-native-access=ALL-UNNAMED,javafx.graphics,javafx.web",
        "--sun-misc-unsafe-memory-access=allow",
        "-Doptima.chromium=$APPDIR/" + Chromium.FOLDER);
  }
}
