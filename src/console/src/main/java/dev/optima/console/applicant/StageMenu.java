package dev.optima.console.applicant;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Stages;
import dev.optima.protocol.rest.Stage;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// The stage as a coloured pill that opens the list of all stages.
final class StageMenu extends MenuButton {
  private final Words words;

  StageMenu(Words words, Consumer<Stage> onChoice) {
    this.words = words;
    setId(Ids.PROFILE_STAGE);
    getStyleClass().addAll("stage-menu", "chip-plain");
    setAccessibleText(words.get("profile.stage"));
    for (Stage stage : Stage.values()) {
      MenuItem item =
          new MenuItem("", Nodes.chip(words.get(Stages.word(stage)), Stages.tone(stage)));
      item.setOnAction(_ -> onChoice.accept(stage));
      getItems().add(item);
    }
  }

  void show(Stage stage) {
    setText(words.get(Stages.word(stage)));
    getStyleClass().removeIf(style -> style.startsWith("chip-"));
    getStyleClass().add("chip-" + Stages.tone(stage));
  }
}
