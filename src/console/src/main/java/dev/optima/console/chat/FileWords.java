package dev.optima.console.chat;

import dev.optima.console.i18n.Words;

/// How sizes of files are said.
final class FileWords {
  private static final double STEP = 1024;

  private FileWords() {}

  /// `248 KB`, `1.2 MB`.
  static String size(Words words, long bytes) {
    if (bytes < STEP) {
      return words.get("chat.file.bytes", bytes);
    }
    double kilo = bytes / STEP;
    if (Math.round(kilo) < STEP) {
      return words.get("chat.file.kilobytes", Math.round(kilo));
    }
    double mega = kilo / STEP;
    return mega < STEP
        ? words.get("chat.file.megabytes", mega)
        : words.get("chat.file.gigabytes", mega / STEP);
  }
}
