package dev.optima.console.chat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A picture of the clipboard, on its way to a file.
///
/// @param pixels in ARGB, row by row
record Pasted(int width, int height, int[] pixels) {

  /// Copies a picture's pixels; null if it has none.
  static @Nullable Pasted of(Image image) {
    PixelReader reader = image.getPixelReader();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    if (reader == null || width == 0 || height == 0) {
      return null;
    }
    int[] pixels = new int[width * height];
    reader.getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return new Pasted(width, height, pixels);
  }

  /// Writes it as PNG. Waits for the disk.
  void write(Path target) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    ImageIO.write(image, "png", target.toFile());
  }
}
