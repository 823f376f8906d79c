package dev.optima.icons.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes an icon of Windows (<https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)>):
/// bitmaps for old readers, and PNG from 256 pixels on, as Windows itself does. TwelveMonkeys' 3.12
/// writer takes red for blue and has room for eight pictures.
final class IcoFile {
  private static final int PNG_FROM = 256;
  private static final int HEAD = 6;
  private static final int ENTRY = 16;
  private static final int BITMAP_HEAD = 40;
  private static final short ICON = 1;
  private static final short PLANES = 1;
  private static final short BITS = 32;

  private IcoFile() {}

  static void write(List<BufferedImage> pictures, Path file) throws IOException {
    byte[] head = new byte[HEAD + ENTRY * pictures.size()];
    ByteBuffer directory = little(head);
    directory.putShort((short) 0).putShort(ICON).putShort((short) pictures.size());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (BufferedImage picture : pictures) {
      int size = picture.getWidth();
      byte[] data = size < PNG_FROM ? bitmap(picture) : PngFile.bytes(picture);
      // 256 is written as 0.
      directory.put((byte) size).put((byte) size).putShort((short) 0);
      directory.putShort(PLANES).putShort(BITS);
      directory.putInt(data.length).putInt(head.length + body.size());
      body.write(data);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(head);
    body.writeTo(whole);
    Files.write(file, whole.toByteArray());
  }

  /// From the bottom row up, and after the colours the old mask of one bit a pixel, of whole 32
  /// bits a row.
  private static byte[] bitmap(BufferedImage picture) {
    int size = picture.getWidth();
    int maskRow = (size + 31) / 32 * 4;
    byte[] bytes = new byte[BITMAP_HEAD + size * size * 4 + maskRow * size];
    ByteBuffer out = little(bytes);
    out.putInt(BITMAP_HEAD).putInt(size).putInt(2 * size).putShort(PLANES).putShort(BITS);
    out.position(BITMAP_HEAD);
    for (int y = size - 1; y >= 0; y--) {
      for (int x = 0; x < size; x++) {
        out.putInt(picture.getRGB(x, y));
      }
    }
    for (int y = size - 1; y >= 0; y--) {
      out.put(mask(picture, y, maskRow));
    }
    return bytes;
  }

  private static byte[] mask(BufferedImage picture, int y, int length) {
    byte[] row = new byte[length];
    for (int x = 0; x < picture.getWidth(); x++) {
      if (picture.getRGB(x, y) >>> 24 == 0) {
        row[x / 8] |= (byte) (0x80 >> x % 8);
      }
    }
    return row;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
