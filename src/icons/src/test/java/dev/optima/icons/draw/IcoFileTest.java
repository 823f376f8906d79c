package dev.optima.icons.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.icons.Badge;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcoFileTest {
  private static final List<Integer> SIZES = List.of(16, 20, 24, 32, 40, 48, 64, 128, 256);
  private static final int HEAD = 6;
  private static final int ENTRY = 16;

  @TempDir Path folder;
  private Path file;
  private final List<BufferedImage> pictures = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    Design design = Design.read(DrawnFolder.DESIGN);
    for (int size : SIZES) {
      pictures.add(design.app(size, Badge.NONE));
    }
    file = folder.resolve("optima.ico");
    IcoFile.write(pictures, file);
  }

  @Test
  void everyPictureIsReadAsItWasWritten() throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("ico").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(SIZES.size());
      for (int i = 0; i < SIZES.size(); i++) {
        assertThat(DrawnFolder.pixels(reader.read(i)))
            .as("%d px", SIZES.get(i))
            .isEqualTo(DrawnFolder.pixels(pictures.get(i)));
      }
    }
  }

  /// By hand, since a library may read what it should not.
  @Test
  void theDirectoryIsThatOfAnIcon() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.getShort(0)).isZero();
    assertThat(bytes.getShort(2)).as("icon, not cursor").isEqualTo((short) 1);
    assertThat(bytes.getShort(4)).isEqualTo((short) SIZES.size());
    for (int i = 0; i < SIZES.size(); i++) {
      int entry = HEAD + i * ENTRY;
      assertThat(bytes.get(entry)).as("width").isEqualTo((byte) (int) SIZES.get(i));
      assertThat(bytes.getShort(entry + 6)).as("bits a pixel").isEqualTo((short) 32);
      int start = bytes.getInt(entry + 12);
      assertThat(start + bytes.getInt(entry + 8)).isLessThanOrEqualTo(bytes.capacity());
      boolean png = bytes.getInt(start) == 0x474e5089;
      assertThat(png).as("PNG at %d", SIZES.get(i)).isEqualTo(SIZES.get(i) == 256);
      if (!png) {
        assertThat(bytes.getInt(start + 8)).as("twice the height").isEqualTo(2 * SIZES.get(i));
        int size = SIZES.get(i);
        assertThat(bytes.getInt(start + 40)).isEqualTo(pictures.get(i).getRGB(0, size - 1));
        int middle = start + 40 + 4 * (size * size / 2 + 1);
        assertThat(bytes.getInt(middle)).isEqualTo(pictures.get(i).getRGB(1, size / 2 - 1));
      }
    }
  }
}
