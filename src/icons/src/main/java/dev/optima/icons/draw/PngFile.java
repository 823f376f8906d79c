package dev.optima.icons.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Writes a PNG, with nothing in it but the picture.
final class PngFile {
  private PngFile() {}

  static void write(BufferedImage picture, Path file) throws IOException {
    Files.write(file, bytes(picture));
  }

  static byte[] bytes(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }
}
