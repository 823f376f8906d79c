package dev.optima.console.shell;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The list of the window's keys.
final class ShortcutsView extends VBox {
  private final Button done;

  ShortcutsView(Words words, List<Shortcut> shortcuts, Runnable onDone) {
    super(14);
    setId(Ids.SHORTCUTS);
    setPrefWidth(440);
    GridPane grid = new GridPane(12, 8);
    ColumnConstraints name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    ColumnConstraints keys = new ColumnConstraints();
    keys.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(name, keys);
    int row = 0;
    for (Shortcut shortcut : shortcuts) {
      grid.add(Nodes.wrapped(words.get(shortcut.word())), 0, row);
      Label key = Nodes.label(shortcut.shown(), "key");
      key.setMinWidth(USE_PREF_SIZE);
      grid.add(key, 1, row++);
    }
    grid.add(Nodes.wrapped(words.get("shortcuts.escape")), 0, row);
    grid.add(Nodes.label("Esc", "key"), 1, row);
    done = Nodes.button(Ids.DIALOG_OK, words.get("common.done"), onDone, "accent");
    done.setDefaultButton(true);
    getChildren()
        .addAll(
            Nodes.label(words.get("shortcuts.title"), "heading"),
            grid,
            new HBox(Nodes.spring(), done));
  }

  void focusFirst() {
    done.requestFocus();
  }
}
