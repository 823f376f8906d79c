package dev.optima.backend.attachment;

import dev.optima.backend.attachment.StoredFile.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Writes a picture small and anew: nothing of the file it was made of is left but what is seen.
final class PictureFile {
  /// The longest side, in pixels.
  static final int MAX_SIDE = 640;

  private static final float QUALITY = 0.82f;

  private PictureFile() {}

  static Picture write(BufferedImage image, Path target) throws IOException {
    boolean transparent = image.getColorModel().hasAlpha() && isSeenThrough(image);
    BufferedImage small = shrunk(image, transparent);
    try (var file = new FileOutputStream(target.toFile());
        ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      encode(small, transparent ? "png" : "jpeg", out);
      out.flush();
      file.getFD().sync();
    }
    return new Picture(
        transparent ? "image/png" : "image/jpeg", small.getWidth(), small.getHeight());
  }

  private static void encode(BufferedImage image, String format, ImageOutputStream out)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try {
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
  }

  /// Halves as long as it can, which averages all pixels, and then takes the last step.
  private static BufferedImage shrunk(BufferedImage image, boolean transparent) {
    int longest = Math.max(image.getWidth(), image.getHeight());
    double scale = Math.min(1, (double) MAX_SIDE / longest);
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage present = image;
    while (present.getWidth() >= 2 * width && present.getHeight() >= 2 * height) {
      present = drawn(present, present.getWidth() / 2, present.getHeight() / 2, transparent);
    }
    return drawn(present, width, height, transparent);
  }

  /// In sRGB, on white if nothing is to shine through.
  private static BufferedImage drawn(
      BufferedImage image, int width, int height, boolean transparent) {
    var to =
        new BufferedImage(
            width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = to.createGraphics();
    try {
      if (!transparent) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
      }
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(image, 0, 0, width, height, null);
    } finally {
      graphics.dispose();
    }
    return to;
  }

  private static boolean isSeenThrough(BufferedImage image) {
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int pixel : row) {
        if (pixel >>> 24 != 0xFF) {
          return true;
        }
      }
    }
    return false;
  }
}
