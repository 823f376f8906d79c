package dev.optima.console.surface;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// A display without a screen, on a free number.
final class Xvfb implements AutoCloseable {
  private final Process process;
  private final String display;

  private Xvfb(Process process, String display) {
    this.process = process;
    this.display = display;
  }

  static Optional<Path> program(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Xvfb start(int width, int height) throws IOException {
    Process process =
        new ProcessBuilder(
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                width + "x" + height + "x24",
                "-nolisten",
                "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader reader = process.inputReader();
    String number = reader.readLine();
    if (number == null) {
      process.destroy();
      throw new IOException("Xvfb did not start");
    }
    return new Xvfb(process, ":" + number.strip());
  }

  /// For `DISPLAY`.
  String display() {
    return display;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
