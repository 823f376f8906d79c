package dev.optima.acceptance.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Programs of the system that may or may not be here.
public enum Tool {
  CHROMIUM("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
  XVFB("Xvfb"),
  OPEN("xdg-open", "open"),
  TASKSET("taskset");

  private final List<String> names;

  Tool(String... names) {
    this.names = List.of(names);
  }

  /// The first of its names that stands on the `PATH`.
  public Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return names.stream()
        .flatMap(
            name -> Arrays.stream(path.split(File.pathSeparator)).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public String toString() {
    return names.getFirst();
  }
}
