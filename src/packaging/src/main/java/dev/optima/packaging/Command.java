package dev.optima.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program that is run to its end.
final class Command {
  private static final long PATIENCE_MINUTES = 15;

  private Command() {}

  /// @throws IOException with what it said, if it fails or does not end
  static String run(List<String> words, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("optima-packaging", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      String text = Files.readString(said, StandardCharsets.UTF_8);
      if (!ended || process.exitValue() != 0) {
        String how = ended ? "failed with " + process.exitValue() : "did not end";
        throw new IOException(String.join(" ", words) + " " + how + "\n" + text);
      }
      return text;
    } finally {
      Files.deleteIfExists(said);
    }
  }
}
