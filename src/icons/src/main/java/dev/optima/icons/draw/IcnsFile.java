package dev.optima.icons.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Writes an icon of macOS (<https://en.wikipedia.org/wiki/Apple_Icon_Image_format>): 16 and 32
/// pixels as packed colours with a mask, which every version reads, the others and those for twice
/// the pixels as PNG. No library at hand writes the latter.
final class IcnsFile {
  private static final int HEAD = 8;

  /// What the PNGs of a size are for: points, and half as many points at twice the pixels.
  private static final Map<Integer, String[]> PNGS =
      Map.of(
          32, new String[] {"ic11"},
          64, new String[] {"ic12"},
          128, new String[] {"ic07"},
          256, new String[] {"ic08", "ic13"},
          512, new String[] {"ic09", "ic14"},
          1024, new String[] {"ic10"});

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private IcnsFile() {}

  /// @param pictures of 16, 32, 64, 128, 256, 512 and 1024 pixels
  static void write(Iterable<BufferedImage> pictures, Path file) throws IOException {
    IcnsFile made = new IcnsFile();
    for (BufferedImage picture : pictures) {
      made.add(picture);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    entry(whole, "icns", made.body.toByteArray());
    Files.write(file, whole.toByteArray());
  }

  private void add(BufferedImage picture) throws IOException {
    int size = picture.getWidth();
    if (size == 16) {
      packed(picture, "is32", "s8mk");
    } else if (size == 32) {
      packed(picture, "il32", "l8mk");
    }
    for (String type : PNGS.getOrDefault(size, new String[0])) {
      entry(body, type, PngFile.bytes(picture));
    }
  }

  private void packed(BufferedImage picture, String colours, String mask) throws IOException {
    ByteArrayOutputStream rgb = new ByteArrayOutputStream();
    for (int shift : new int[] {16, 8, 0}) {
      PackedBytes.pack(channel(picture, shift), rgb);
    }
    entry(body, colours, rgb.toByteArray());
    entry(body, mask, channel(picture, 24));
  }

  private static byte[] channel(BufferedImage picture, int shift) {
    int size = picture.getWidth();
    int[] pixels = picture.getRGB(0, 0, size, size, null, 0, size);
    byte[] channel = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      channel[i] = (byte) (pixels[i] >> shift);
    }
    return channel;
  }

  private static void entry(ByteArrayOutputStream to, String type, byte[] data) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.write(type.getBytes(StandardCharsets.US_ASCII));
    out.writeInt(HEAD + data.length);
    out.write(data);
  }
}
