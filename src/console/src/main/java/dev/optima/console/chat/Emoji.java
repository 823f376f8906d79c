package dev.optima.console.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The emoji that are offered, drawn alike on every system (JavaFX draws none in colour on Linux).
/// They stand in rows of ten in one picture; a list beside it has them in the same order.
final class Emoji {
  private static final int PER_ROW = 10;
  private static final double TILE = 48;
  private static final List<String> ALL = list();
  private static @Nullable Image sheet;

  private Emoji() {}

  private static List<String> list() {
    try (InputStream in = Objects.requireNonNull(Emoji.class.getResourceAsStream("emoji.txt"))) {
      return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).trim().split("\\s+"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All that are offered, the most used first.
  static List<String> all() {
    return ALL;
  }

  /// The picture of an emoji, or its letters if there is no picture of it.
  ///
  /// @param size in pixels
  static Node node(String emoji, double size) {
    int at = ALL.indexOf(emoji);
    if (at < 0) {
      return new Text(emoji);
    }
    ImageView view = new ImageView(sheet());
    view.setViewport(
        new Rectangle2D((at % PER_ROW) * TILE, Math.floorDiv(at, PER_ROW) * TILE, TILE, TILE));
    view.setFitWidth(size);
    view.setFitHeight(size);
    view.setSmooth(true);
    view.setAccessibleText(emoji);
    return view;
  }

  private static Image sheet() {
    Image known = sheet;
    if (known == null) {
      known = new Image(Objects.requireNonNull(Emoji.class.getResourceAsStream("emoji.png")));
      sheet = known;
    }
    return known;
  }

  /// The emoji that a text has at a place, the longest that fits.
  static Optional<String> at(String text, int index) {
    List<String> found = new ArrayList<>();
    for (String emoji : ALL) {
      if (text.startsWith(emoji, index)) {
        found.add(emoji);
      }
    }
    return found.stream().max((a, b) -> Integer.compare(a.length(), b.length()));
  }
}
