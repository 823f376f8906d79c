package dev.optima.pages;

import dev.optima.protocol.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The service worker of one deployment, as the backend makes it: what the shell is, then the code.
///
/// @param version what makes this deployment another than the one before
record WorkerFile(String version) {

  static final String MANIFEST =
      Json.write(
          Map.of(
              "id", "/a",
              "name", Story.ORGANISATION,
              "start_url", "/a",
              "display", "standalone",
              "icons", List.of()));

  private static final Path PAGES = Path.of("src/main/resources/pages");

  String script() {
    return "self.SHELL = "
        + Json.write(Map.of("version", version, "files", files()))
        + ";\n"
        + PageServer.resource("/pages/applicant/worker.js");
  }

  private static List<String> files() {
    try (Stream<Path> files = Stream.of("applicant", "meeting", "shared").flatMap(WorkerFile::of)) {
      return files
          .map(file -> "/pages/" + PAGES.relativize(file))
          .filter(file -> file.matches(".*\\.(js|css|svg)") && !file.endsWith("/worker.js"))
          .sorted()
          .toList();
    }
  }

  private static Stream<Path> of(String folder) {
    try {
      return Files.list(PAGES.resolve(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
