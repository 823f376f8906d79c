package dev.optima.console.today;

import dev.optima.console.look.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A titled card with rows, or with a sentence where there are none.
final class Section extends VBox {
  private final VBox rows = new VBox();
  private final @Nullable String none;

  /// @param none said where there is nothing; null to show no card then
  Section(String id, String title, @Nullable String none) {
    super(8);
    this.none = none;
    setId(id);
    getStyleClass().add("card");
    VBox.setVgrow(rows, Priority.ALWAYS);
    getChildren().addAll(Nodes.label(title, "heading"), rows);
  }

  void show(List<? extends Node> content) {
    show(content, true);
  }

  /// @param saysNone whether the sentence is true where there are no rows; else there is no card
  void show(List<? extends Node> content, boolean saysNone) {
    boolean empty = content.isEmpty();
    Nodes.present(this, !empty || none != null && saysNone);
    if (empty && none != null) {
      rows.getChildren().setAll(Nodes.wrapped(none, "muted"));
    } else {
      rows.getChildren().setAll(content);
    }
  }
}
