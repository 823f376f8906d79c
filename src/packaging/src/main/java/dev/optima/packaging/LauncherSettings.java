package dev.optima.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What the launcher of an image starts Java with. Java's options are the last of its file.
final class LauncherSettings {
  private final Path file;

  LauncherSettings(Os os, Path image) {
    this.file = os.app(image).resolve(ConsoleImage.NAME + ".cfg");
  }

  void add(String option) throws IOException {
    Files.writeString(
        file,
        "java-options=" + option + System.lineSeparator(),
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
  }
}
