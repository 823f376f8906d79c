package dev.optima.console.applicant;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;

/// Offers time zones below a field while somebody types into it. On JavaFX's public classes alone:
/// the console runs with JavaFX as modules, whose inner classes no library may use.
final class ZoneSuggestions {
  private static final int MOST = 8;
  private static final List<String> ZONES = zones();

  private final TextField input;
  private final Runnable chosen;
  private final ContextMenu menu = new ContextMenu();

  private ZoneSuggestions(TextField input, Runnable chosen) {
    this.input = input;
    this.chosen = chosen;
  }

  /// Offers them from now on.
  ///
  /// @param chosen told when one was picked
  static void offer(TextField input, Runnable chosen) {
    ZoneSuggestions suggestions = new ZoneSuggestions(input, chosen);
    input.textProperty().addListener((_, _, now) -> suggestions.typed(now));
    input.focusedProperty().addListener((_, _, _) -> suggestions.menu.hide());
  }

  /// The zones whose name has the text in it, those of which a part begins with it first.
  static List<String> matching(String text) {
    String part = plain(text);
    if (part.isEmpty()) {
      return List.of();
    }
    List<String> all = ZONES.stream().filter(zone -> plain(zone).contains(part)).toList();
    return Stream.concat(
            all.stream().filter(zone -> begins(zone, part)),
            all.stream().filter(zone -> !begins(zone, part)))
        .limit(MOST)
        .toList();
  }

  private static boolean begins(String zone, String part) {
    return ("/" + plain(zone)).contains("/" + part);
  }

  private static String plain(String text) {
    return text.strip().replace(' ', '_').replace('İ', 'i').toLowerCase(Locale.ROOT);
  }

  /// The time zones that people live in.
  private static List<String> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .sorted()
        .toList();
  }

  private void typed(String text) {
    List<String> zones = input.isFocused() ? matching(text) : List.of();
    menu.getItems().setAll(zones.stream().map(this::item).toList());
    if (zones.isEmpty() || zones.contains(text)) {
      menu.hide();
    } else if (!menu.isShowing()) {
      menu.show(input, Side.BOTTOM, 0, 0);
    }
  }

  private MenuItem item(String zone) {
    MenuItem item = new MenuItem(zone);
    item.setMnemonicParsing(false);
    item.setOnAction(
        _ -> {
          input.setText(zone);
          input.positionCaret(zone.length());
          chosen.run();
        });
    return item;
  }
}
