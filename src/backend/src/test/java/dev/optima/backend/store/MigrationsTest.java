package dev.optima.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A script that nobody named would never run.
class MigrationsTest {
  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void everyScriptIsNamed(String engine) throws Exception {
    Path folder = folder();
    List<String> named =
        Migrations.SCRIPTS.stream().map(name -> name.replace("*", engine)).sorted().toList();
    assertThat(Stream.concat(scripts(folder, ""), scripts(folder.resolve(engine), engine + "/")))
        .containsExactlyInAnyOrderElementsOf(named);
  }

  private static Path folder() throws Exception {
    URI script =
        Objects.requireNonNull(
                Migrations.class.getResource(
                    "/dev/optima/backend/store/migration/V10__booking_links.sql"))
            .toURI();
    return Objects.requireNonNull(Path.of(script).getParent());
  }

  private static Stream<String> scripts(Path folder, String prefix) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> prefix + file.getFileName())
          .toList()
          .stream();
    }
  }
}
