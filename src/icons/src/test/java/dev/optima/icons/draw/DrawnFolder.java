package dev.optima.icons.draw;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

/// What the tests draw from, and how they look at it.
final class DrawnFolder {
  /// Tests run in the folder of their module.
  static final Path DESIGN = Path.of("..", "..", "icons", "optima.svg");

  private DrawnFolder() {}

  static int[] pixels(BufferedImage picture) {
    int width = picture.getWidth();
    return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
  }
}
