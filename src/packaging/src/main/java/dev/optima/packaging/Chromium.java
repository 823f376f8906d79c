package dev.optima.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import me.friwi.jcefmaven.CefAppBuilder;
import me.friwi.jcefmaven.UnsupportedPlatformException;

/// Chromium's engine as the console runs it: unpacked, so that nothing is unpacked or fetched when
/// somebody starts it. On Linux its archive comes with the build, on other systems jcefmaven
/// fetches its own. It comes into the image when jpackage is done, which on macOS would sign it in
/// pieces.
final class Chromium {
  /// Its folder beside the jars.
  static final String FOLDER = "chromium";

  /// Of the languages of Chromium's own words only those of the console are kept.
  private static final Set<String> LANGUAGES = Set.of("en-US", "tr");

  private Chromium() {}

  /// @throws IOException if there is none for this system, or it cannot be had
  static Path unpack(Path folder) throws IOException {
    CefAppBuilder builder = new CefAppBuilder();
    builder.setInstallDir(folder.toFile());
    builder.setProgressHandler(
        (state, percent) -> {
          // The report says how long it took.
        });
    try {
      builder.install();
    } catch (UnsupportedPlatformException e) {
      throw new IOException("Chromium's engine cannot be unpacked: " + e.getMessage(), e);
    }
    Path locales = folder.resolve("locales");
    if (Files.isDirectory(locales)) {
      try (Stream<Path> all = Files.list(locales)) {
        for (Path file : all.toList()) {
          String name = file.getFileName().toString();
          if (LANGUAGES.stream().noneMatch(language -> name.startsWith(language + "."))) {
            Files.delete(file);
          }
        }
      }
    }
    return folder;
  }
}
