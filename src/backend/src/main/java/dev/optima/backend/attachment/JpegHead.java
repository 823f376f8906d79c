package dev.optima.backend.attachment;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the head of a JPEG says that its decoder does not tell.
///
/// @param orientation how the camera was held, 1 to 8 (Exif 2.32, tag 0x0112)
/// @param progressive it comes in passes, so all of it is in memory at once
record JpegHead(int orientation, boolean progressive) {
  /// Upright, line by line.
  static final JpegHead PLAIN = new JpegHead(1, false);

  private static final int MARKERS = 200;
  private static final int START_OF_SCAN = 0xDA;
  private static final int EXIF = 0xE1;
  private static final int ORIENTATION = 0x0112;
  private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  static JpegHead read(Path file) throws IOException {
    int orientation = 1;
    boolean progressive = false;
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(2);
      for (int i = 0; i < MARKERS; i++) {
        int marker = marker(in);
        if (marker == START_OF_SCAN) {
          break;
        }
        byte[] segment = new byte[Math.max(0, in.readUnsignedShort() - 2)];
        in.readFully(segment);
        if (marker == EXIF && orientation == 1) {
          orientation = orientation(segment);
        }
        progressive |= isProgressive(marker);
      }
    } catch (EOFException e) {
      return new JpegHead(orientation, progressive);
    }
    return new JpegHead(orientation, progressive);
  }

  private static int marker(DataInputStream in) throws IOException {
    int next = in.readUnsignedByte();
    if (next != 0xFF) {
      throw new IOException("not a JPEG");
    }
    while (next == 0xFF) {
      next = in.readUnsignedByte();
    }
    return next;
  }

  /// SOF2, SOF6, SOF10 and SOF14.
  private static boolean isProgressive(int marker) {
    return marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE;
  }

  private static int orientation(byte[] segment) {
    if (segment.length < EXIF_NAME.length + 8
        || !ByteBuffer.wrap(segment, 0, EXIF_NAME.length).equals(ByteBuffer.wrap(EXIF_NAME))) {
      return 1;
    }
    ByteBuffer tiff =
        ByteBuffer.wrap(segment, EXIF_NAME.length, segment.length - EXIF_NAME.length).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int at = tiff.getInt(4);
    if (at < 8 || at > tiff.limit() - 2) {
      return 1;
    }
    int count = Short.toUnsignedInt(tiff.getShort(at));
    for (int i = 0; i < count && at + 2 + 12 * (i + 1) <= tiff.limit(); i++) {
      int entry = at + 2 + 12 * i;
      if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
        int value = Short.toUnsignedInt(tiff.getShort(entry + 8));
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }

  /// The picture as it was seen.
  BufferedImage upright(BufferedImage image) {
    if (orientation == 1) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    boolean turned = orientation >= 5;
    var to =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = to.createGraphics();
    try {
      graphics.drawImage(image, transform(width, height), null);
    } finally {
      graphics.dispose();
    }
    return to;
  }

  private AffineTransform transform(int w, int h) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
  }
}
