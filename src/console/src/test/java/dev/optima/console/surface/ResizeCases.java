package dev.optima.console.surface;

import java.nio.file.Path;
import java.util.Random;
import javafx.application.Platform;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;

/// Chromium in a window that changes its size while the page paints. Run by [DisplayTest] in a JVM
/// of its own.
final class ResizeCases {
  private static final double TOLERANCE = 0.04;

  @Test
  void no_part_of_an_older_size_stays_in_the_picture() throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    Random random = new Random(7);
    try (PageServer pages = new PageServer();
        CallSurfaces surfaces = Rig.surfaces(Path.of(System.getProperty("optima.test.home")))) {
      Rig rig = new Rig(surfaces);
      rig.open(pages.page("gradient.html"));
      Rig.until("a picture", () -> rig.surface().frames().shown() > 0);
      for (int round = 0; round < 25; round++) {
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
          int width = 700 + random.nextInt(700);
          int height = 400 + random.nextInt(500);
          Rig.onFx(
              () -> {
                rig.stage().setWidth(width);
                rig.stage().setHeight(height);
                return true;
              });
          long shown = rig.surface().frames().shown();
          int frames = random.nextInt(3);
          Rig.until("some pictures", () -> rig.surface().frames().shown() >= shown + frames);
        }
        Rig.until("the whole page as large as the window", () -> isWhole(picture(rig)));
      }
      rig.close();
    } finally {
      Platform.exit();
    }
  }

  private static WritableImage picture(Rig rig) throws Exception {
    return Rig.onFx(
        () ->
            new Robot()
                .getScreenCapture(
                    null,
                    0,
                    0,
                    rig.stage().getScene().getWidth(),
                    rig.stage().getScene().getHeight()));
  }

  /// Red grows from left to right over the whole width, green stands in the lower half.
  private static boolean isWhole(WritableImage picture) {
    PixelReader pixels = picture.getPixelReader();
    double width = picture.getWidth();
    double height = picture.getHeight();
    for (double across = 0.05; across < 1; across += 0.1) {
      for (double down : new double[] {0.1, 0.45, 0.55, 0.97}) {
        Color colour = pixels.getColor((int) (across * width), (int) (down * height));
        boolean low = down > 0.5;
        if (Math.abs(colour.getRed() - across) > TOLERANCE
            || Math.abs(colour.getGreen() - (low ? 1 : 0)) > TOLERANCE) {
          return false;
        }
      }
    }
    return true;
  }
}
