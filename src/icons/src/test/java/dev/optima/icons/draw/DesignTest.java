package dev.optima.icons.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optima.icons.Badge;
import dev.optima.icons.Icons;
import dev.optima.icons.Panel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignTest {
  private static final int WHITE = 0xffffffff;

  @TempDir Path folder;
  private Design design;

  @BeforeEach
  void read() throws IOException {
    design = Design.read(DrawnFolder.DESIGN);
  }

  @Test
  void theSignIsSharpAtSixteenPixels() {
    BufferedImage sign = design.app(16, Badge.NONE);
    for (int x : new int[] {1, 2, 9, 10}) {
      assertThat(new Color(sign.getRGB(x, 7)).getRed()).as("ring at %d", x).isGreaterThan(240);
    }
    assertThat(isGreen(sign.getRGB(5, 7)) && isGreen(sign.getRGB(6, 8))).isTrue();
    assertThat(isBlue(sign.getRGB(3, 8)) && isBlue(sign.getRGB(8, 8))).as("in the ring").isTrue();
    assertThat(isBlue(sign.getRGB(11, 8))).as("between ring and lens").isTrue();
    for (int y = 6; y < 10; y++) {
      assertThat(sign.getRGB(12, y)).isEqualTo(WHITE);
      assertThat(sign.getRGB(14, y)).isEqualTo(WHITE);
    }
    assertThat(isBlue(sign.getRGB(15, 8))).as("beside the lens").isTrue();
    assertThat(sign.getRGB(0, 0) >>> 24).isLessThan(64);
  }

  @Test
  void theTraysInkIsThatOfItsPanel() {
    for (int size : Icons.TRAY) {
      BufferedImage light = design.tray(Panel.LIGHT, size, Badge.NONE);
      BufferedImage dark = design.tray(Panel.DARK, size, Badge.NONE);
      assertThat(inked(light, new Color(0x1f2328))).isGreaterThan(size);
      assertThat(inked(light, Color.WHITE)).isZero();
      assertThat(inked(dark, Color.WHITE)).isGreaterThan(size);
      assertThat(inked(dark, new Color(0x1f2328))).isZero();
      assertThat(light.getRGB(size - 1, 0)).as("no tile").isZero();
    }
  }

  @Test
  void theBadgeIsRedAndItsNumbersDiffer() {
    Color red = new Color(0xd1242f);
    for (int size : Icons.WINDOW) {
      int number = 0;
      int before = -1;
      for (int missed = 1; missed <= 10; missed++) {
        BufferedImage marked = design.app(size, Badge.of(missed, size));
        assertThat(inked(marked, red)).as("%d px", size).isGreaterThan(size / 2);
        int hash = Arrays.hashCode(DrawnFolder.pixels(marked));
        number += hash == before ? 0 : 1;
        before = hash;
      }
      assertThat(number).as("%d px", size).isEqualTo(size < 22 ? 1 : 10);
    }
    assertThat(inked(design.app(64, Badge.NONE), red)).isZero();
  }

  @Test
  void macosHasItsMarginAndAPhoneItsGround() {
    assertThat(design.mac(1024).getRGB(512, 90) >>> 24).isZero();
    assertThat(design.mac(1024).getRGB(512, 110) >>> 24).isEqualTo(255);
    assertThat(design.mac(16).getRGB(8, 0) >>> 24).isEqualTo(255);
    assertThat(design.maskable(512).getRGB(0, 0) >>> 24).isEqualTo(255);
  }

  @Test
  void theSameDesignGivesTheSameBytes() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    DrawIcons.draw(DrawnFolder.DESIGN, one);
    DrawIcons.draw(DrawnFolder.DESIGN, two);
    try (var files = Files.walk(one)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(two.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
      }
    }
  }

  @Test
  void aPartThatIsMissingIsNamed() throws IOException {
    Path poor = folder.resolve("poor.svg");
    Files.writeString(poor, "<svg xmlns='http://www.w3.org/2000/svg'/>");
    Design empty = Design.read(poor);
    assertThatThrownBy(() -> empty.app(16, Badge.NONE)).hasMessageContaining("no part tile");
  }

  private static long inked(BufferedImage picture, Color ink) {
    return Arrays.stream(DrawnFolder.pixels(picture))
        .filter(pixel -> pixel == ink.getRGB())
        .count();
  }

  private static boolean isBlue(int pixel) {
    Color colour = new Color(pixel);
    return colour.getBlue() > 150 && colour.getRed() < 90;
  }

  private static boolean isGreen(int pixel) {
    Color colour = new Color(pixel);
    return colour.getGreen() > 200 && colour.getRed() < 150 && colour.getBlue() < 180;
  }
}
