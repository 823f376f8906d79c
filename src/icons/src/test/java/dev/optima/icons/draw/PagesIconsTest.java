package dev.optima.icons.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages are served as they lie in the repository, so their icons lie there too: this holds
/// them equal to the design. `-Doptima.icons.write=true` writes them anew.
class PagesIconsTest {
  private static final boolean WRITE = Boolean.getBoolean("optima.icons.write");
  private static final Path KEPT =
      Path.of("..", "pages", "src", "main", "resources", "pages", "shared");

  @TempDir Path folder;

  @Test
  void thePagesShowTheDesign() throws IOException {
    DrawIcons.draw(DrawnFolder.DESIGN, folder);
    for (Path drawn : drawn()) {
      Path kept = KEPT.resolve(drawn.getFileName());
      if (WRITE) {
        Files.copy(drawn, kept, StandardCopyOption.REPLACE_EXISTING);
      }
      assertThat(kept).exists();
      if (drawn.toString().endsWith(".svg")) {
        assertThat(kept).hasSameTextualContentAs(drawn);
      } else {
        // Another JDK may pack the same pixels in other bytes.
        assertThat(DrawnFolder.pixels(ImageIO.read(kept.toFile())))
            .as("%s, else -Doptima.icons.write=true", kept)
            .isEqualTo(DrawnFolder.pixels(ImageIO.read(drawn.toFile())));
      }
    }
  }

  private List<Path> drawn() throws IOException {
    try (var files = Files.list(folder.resolve("pages"))) {
      return files.sorted().toList();
    }
  }
}
