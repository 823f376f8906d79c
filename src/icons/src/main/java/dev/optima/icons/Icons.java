package dev.optima.icons;

import java.net.URL;
import java.util.List;

/// Where the pictures are. All are square PNGs with a transparent ground.
public final class Icons {
  /// Sizes of the pictures for a window, in pixels.
  public static final List<Integer> WINDOW = List.of(16, 20, 24, 32, 48, 64, 128, 256);

  /// Sizes of the pictures for a tray, in pixels: those of the systems at 100, 125, 150 and 200 %.
  public static final List<Integer> TRAY = List.of(16, 20, 22, 24, 32, 44);

  private Icons() {}

  /// For a window and its place in the task bar.
  ///
  /// @param size one of [#WINDOW]
  /// @param missed calls, for the badge
  public static URL window(int size, long missed) {
    return picture(windowName(size, Badge.of(missed, size)));
  }

  /// For the tray.
  ///
  /// @param size one of [#TRAY]
  /// @param missed calls, for the badge
  public static URL tray(Panel panel, int size, long missed) {
    return picture(trayName(panel, size, Badge.of(missed, size)));
  }

  /// The file of a window's picture.
  public static String windowName(int size, Badge badge) {
    return "optima-" + size + badge.suffix() + ".png";
  }

  /// The file of a tray's picture.
  public static String trayName(Panel panel, int size, Badge badge) {
    return "tray-" + panel.word() + "-" + size + badge.suffix() + ".png";
  }

  private static URL picture(String name) {
    URL found = Icons.class.getResource(name);
    if (found == null) {
      throw new IllegalArgumentException("there is no picture " + name);
    }
    return found;
  }
}
