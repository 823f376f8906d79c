package dev.optima.icons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the build has drawn, as the console finds it.
class IconsTest {

  @ParameterizedTest
  @CsvSource({
    "-1, 256, NONE",
    "0, 22, NONE",
    "1, 16, DOT",
    "40, 20, DOT",
    "1, 22, ONE",
    "9, 24, NINE",
    "10, 24, MORE",
    "9000000000, 256, MORE",
  })
  void aBadgeSaysAsMuchAsFits(long missed, int size, Badge badge) {
    assertThat(Badge.of(missed, size)).isEqualTo(badge);
  }

  @Test
  void everyPictureIsThereInItsSize() throws IOException {
    for (long missed = 0; missed < 12; missed++) {
      for (int size : Icons.WINDOW) {
        assertSize(Icons.window(size, missed), size);
      }
      for (Panel panel : Panel.values()) {
        for (int size : Icons.TRAY) {
          assertSize(Icons.tray(panel, size, missed), size);
        }
      }
    }
  }

  @Test
  void aSizeThatWasNotDrawnIsRefused() {
    assertThatThrownBy(() -> Icons.window(17, 0)).hasMessageContaining("optima-17.png");
  }

  private static void assertSize(URL picture, int size) throws IOException {
    BufferedImage read = ImageIO.read(picture);
    assertThat(read.getWidth()).as(picture.getPath()).isEqualTo(size);
    assertThat(read.getHeight()).as(picture.getPath()).isEqualTo(size);
    assertThat(read.getRGB(0, size - 1) >>> 24).as("transparent corner").isLessThan(128);
  }
}
