package dev.optima.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinuxDesktopTest {
  @TempDir Path folder;

  @Test
  void menuAndThemeFindTheirFilesInAllSizesThatThemesHave() throws IOException {
    Path entry = Files.writeString(folder.resolve("optima.desktop"), "[Desktop Entry]");
    Path icons = Files.createDirectory(folder.resolve("icons"));
    for (String name :
        List.of("optima-16.png", "optima-512.png", "optima-1024.png", "optima-16-dot.png")) {
      Files.writeString(icons.resolve(name), name);
    }
    Path image = Files.createDirectories(folder.resolve("Optima"));
    new LinuxDesktop(entry, icons).layOut(image);
    Path share = image.resolve("lib/share");
    try (Stream<Path> all = Files.walk(share)) {
      assertThat(all.filter(Files::isRegularFile).map(path -> share.relativize(path).toString()))
          .containsExactlyInAnyOrder(
              "applications/optima.desktop",
              "icons/hicolor/16x16/apps/optima.png",
              "icons/hicolor/512x512/apps/optima.png");
    }
    assertThat(share.resolve("icons/hicolor/16x16/apps/optima.png")).hasContent("optima-16.png");
  }
}
