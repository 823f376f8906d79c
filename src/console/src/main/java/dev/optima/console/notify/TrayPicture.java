package dev.optima.console.notify;

import dev.optima.icons.Icons;
import dev.optima.icons.Panel;
import java.awt.Image;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/// The picture in the tray, in all its sizes: AWT takes the one that fits the screen.
///
/// @param panel what it lies on
/// @param missed calls, for the badge
record TrayPicture(Panel panel, long missed) {
  /// The menu bar of macOS has 22 points, at one or two pixels each.
  private static final List<Integer> MENU_BAR = List.of(22, 44);

  Image image(boolean macos) {
    return new BaseMultiResolutionImage(
        (macos ? MENU_BAR : Icons.TRAY).stream().map(this::inSize).toArray(BufferedImage[]::new));
  }

  private BufferedImage inSize(int size) {
    try {
      return ImageIO.read(Icons.tray(panel, size, missed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
