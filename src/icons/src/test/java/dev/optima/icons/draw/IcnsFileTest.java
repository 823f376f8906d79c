package dev.optima.icons.draw;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcnsFileTest {
  private static final List<Integer> SIZES = List.of(16, 32, 64, 128, 256, 512, 1024);

  @TempDir Path folder;
  private Path file;
  private final Map<Integer, BufferedImage> pictures = new LinkedHashMap<>();

  @BeforeEach
  void write() throws IOException {
    Design design = Design.read(DrawnFolder.DESIGN);
    for (int size : SIZES) {
      pictures.put(size, design.mac(size));
    }
    file = folder.resolve("optima.icns");
    IcnsFile.write(pictures.values(), file);
  }

  @Test
  void hasEveryKindOnceAndIsAsLongAsItSays() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    Map<String, Integer> kinds = new LinkedHashMap<>();
    assertThat(type(bytes)).isEqualTo("icns");
    assertThat(bytes.getInt()).isEqualTo(bytes.capacity());
    while (bytes.hasRemaining()) {
      String kind = type(bytes);
      int length = bytes.getInt() - 8;
      assertThat(kinds.put(kind, length)).isNull();
      bytes.position(bytes.position() + length);
    }
    assertThat(kinds)
        .containsOnlyKeys(
            "is32", "s8mk", "il32", "l8mk", "ic07", "ic08", "ic09", "ic10", "ic11", "ic12", "ic13",
            "ic14")
        .containsEntry("s8mk", 256)
        .containsEntry("l8mk", 1024);
  }

  @Test
  void anotherReaderSeesEveryPicture() throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("icns").next();
    Map<Integer, Integer> seen = new LinkedHashMap<>();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      for (int i = 0; i < reader.getNumImages(true); i++) {
        BufferedImage read = reader.read(i);
        seen.merge(read.getWidth(), 1, Integer::sum);
        assertSame(read, requireNonNull(pictures.get(read.getWidth())));
      }
    }
    assertThat(seen).isEqualTo(Map.of(16, 1, 32, 2, 64, 1, 128, 1, 256, 2, 512, 2, 1024, 1));
  }

  /// What is wholly transparent has no colour.
  private static void assertSame(BufferedImage read, BufferedImage written) {
    int[] is = DrawnFolder.pixels(read);
    int[] was = DrawnFolder.pixels(written);
    assertThat(is).hasSameSizeAs(was);
    for (int i = 0; i < is.length; i++) {
      if (is[i] != was[i]) {
        assertThat(is[i] >>> 24).as("%d px, pixel %d", read.getWidth(), i).isZero();
        assertThat(was[i] >>> 24).isZero();
      }
    }
  }

  private static String type(ByteBuffer bytes) {
    byte[] type = new byte[4];
    bytes.get(type);
    return new String(type, StandardCharsets.US_ASCII);
  }
}
