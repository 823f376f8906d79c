package dev.optima.console.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// Takes pictures of the console, to `target/screens/<language>-<name>.png`.
public final class Shots {
  private Shots() {}

  /// As the desk looks now.
  public static void shoot(DeskRig rig, Language language, String name) throws IOException {
    DeskRig.fx(
        () -> {
          rig.tick();
          return true;
        });
    write(rig.stage().getScene(), language, name);
  }

  public static void write(Scene scene, Language language, String name) throws IOException {
    WaitForAsyncUtils.waitForFxEvents(20);
    WritableImage image = DeskRig.fx(() -> scene.snapshot(null));
    Path file = Path.of("target", "screens", language.tag() + "-" + name + ".png");
    Files.createDirectories(file.getParent());
    ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    assertThat(colours(image)).as("what %s shows", file).hasSizeGreaterThan(20);
  }

  private static List<Integer> colours(WritableImage image) {
    var reader = image.getPixelReader();
    return IntStream.range(0, 40_000)
        .map(
            i ->
                reader.getArgb(
                    (int) (i * 37L % (long) image.getWidth()),
                    (int) (i * 53L % (long) image.getHeight())))
        .distinct()
        .boxed()
        .toList();
  }
}
