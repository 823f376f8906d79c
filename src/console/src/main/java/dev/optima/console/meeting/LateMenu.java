package dev.optima.console.meeting;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.util.function.IntConsumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;

/// Tells the applicant by how much one is late.
public final class LateMenu extends MenuButton {
  private static final int[] MINUTES = {5, 10, 15};

  /// @param tell with the minutes
  public LateMenu(Words words, IntConsumer tell) {
    super(words.get("today.late"), Nodes.icon(Feather.CLOCK));
    setId(Ids.TODAY_LATE);
    getStyleClass().add("act-menu");
    for (int minutes : MINUTES) {
      MenuItem item = new MenuItem(words.get("today.late.minutes", minutes));
      item.setOnAction(_ -> tell.accept(minutes));
      getItems().add(item);
    }
  }
}
