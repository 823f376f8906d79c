package dev.optima.acceptance.screenshots;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Where the pictures go, made small enough for a repository.
final class Album {
  private static final long MOST = 200_000;

  private final Path folder;

  Album(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
  }

  /// Where a raw picture may be put.
  Path raw(String name) throws IOException {
    return Files.createTempFile(name, ".png");
  }

  /// Takes a raw picture in; one that is too large gets fewer colours, then fewer pixels.
  void keep(String name, Path raw) throws IOException {
    BufferedImage image = ImageIO.read(raw.toFile());
    Path file = folder.resolve(name + ".png");
    write(image, file);
    for (int bits = 5; bits >= 4 && Files.size(file) > MOST; bits--) {
      write(coarse(image, bits), file);
    }
    for (double scale = 0.85; scale > 0.3 && Files.size(file) > MOST; scale -= 0.15) {
      write(coarse(smaller(image, scale), 5), file);
    }
    Files.delete(raw);
  }

  private static void write(BufferedImage image, Path file) throws IOException {
    ImageIO.write(image, "png", file.toFile());
  }

  /// With only so many bits a colour: photographs compress, and flat surfaces stay as they are.
  private static BufferedImage coarse(BufferedImage image, int bits) {
    var result = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        result.setRGB(
            x,
            y,
            rounded(rgb >> 16 & 255, bits) << 16
                | rounded(rgb >> 8 & 255, bits) << 8
                | rounded(rgb & 255, bits));
      }
    }
    return result;
  }

  private static int rounded(int value, int bits) {
    int most = (1 << bits) - 1;
    return (int) Math.round(Math.round(value * most / 255.0) * 255.0 / most);
  }

  private static BufferedImage smaller(BufferedImage image, double scale) {
    int width = (int) (image.getWidth() * scale);
    int height = (int) (image.getHeight() * scale);
    var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = result.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(
        image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    graphics.dispose();
    return result;
  }
}
