package dev.optima.console.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.icons.Panel;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.MultiResolutionImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What lies in the tray, without a tray.
class TrayPictureTest {
  private static final int WHITE = 0xffffffff;
  private static final int INK = 0xff1f2328;
  private static final int RED = 0xffd1242f;

  @Test
  void isThereInEverySize() {
    Image windows = new TrayPicture(Panel.DARK, 3).image(false);
    assertThat(sizes(windows)).containsExactly(16, 20, 22, 24, 32, 44);
    Image macos = new TrayPicture(Panel.DARK, 3).image(true);
    assertThat(sizes(macos)).containsExactly(22, 44);
  }

  @Test
  void theScreenGetsTheOneThatFits() {
    MultiResolutionImage windows =
        (MultiResolutionImage) new TrayPicture(Panel.LIGHT, 0).image(false);
    assertThat(windows.getResolutionVariant(16, 16).getWidth(null)).isEqualTo(16);
    assertThat(windows.getResolutionVariant(24, 24).getWidth(null)).isEqualTo(24);
    assertThat(windows.getResolutionVariant(40, 40).getWidth(null)).isEqualTo(44);
  }

  @Test
  void hasTheInkOfItsPanelAndABadgeOnlyForMissedCalls() {
    BufferedImage light = smallest(new TrayPicture(Panel.LIGHT, 0));
    assertThat(count(light, INK)).isPositive();
    assertThat(count(light, WHITE)).isZero();
    assertThat(count(light, RED)).isZero();
    BufferedImage dark = smallest(new TrayPicture(Panel.DARK, 12));
    assertThat(count(dark, INK)).isZero();
    assertThat(count(dark, WHITE)).isPositive();
    assertThat(count(dark, RED)).isPositive();
  }

  private static List<Integer> sizes(Image image) {
    return ((MultiResolutionImage) image)
        .getResolutionVariants().stream().map(one -> one.getWidth(null)).toList();
  }

  private static BufferedImage smallest(TrayPicture picture) {
    return (BufferedImage)
        ((MultiResolutionImage) picture.image(false)).getResolutionVariants().getFirst();
  }

  private static long count(BufferedImage picture, int colour) {
    int size = picture.getWidth();
    return Arrays.stream(picture.getRGB(0, 0, size, size, null, 0, size))
        .filter(pixel -> pixel == colour)
        .count();
  }
}
