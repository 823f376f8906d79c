package dev.optima.console.look;

import dev.optima.icons.Icons;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;

/// The sign of the product on a window and its place in the task bar, with a badge while calls were
/// missed.
public final class WindowPictures {
  private WindowPictures() {}

  /// In every size that a system may ask for. Reads files: not for the FX thread.
  ///
  /// @param missed calls, for the badge
  public static List<Image> load(long missed) {
    List<Image> pictures = new ArrayList<>();
    for (int size : Icons.WINDOW) {
      pictures.add(picture(size, missed));
    }
    return pictures;
  }

  private static Image picture(int size, long missed) {
    try (InputStream bytes = Icons.window(size, missed).openStream()) {
      return new Image(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
