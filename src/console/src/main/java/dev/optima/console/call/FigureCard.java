package dev.optima.console.call;

import dev.optima.console.chart.Change;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A figure, how it has changed, and what exactly it is. A press leads to what was counted.
final class FigureCard extends Button {
  private static final double EXPLANATION_WIDTH = 340;

  private final String title;
  private final Label value = Nodes.label("", "figure-value");
  private final Label change = Nodes.chip("", "plain");
  private final Label hint = Nodes.label("", "small", "muted");
  private final Tooltip told = new Tooltip();
  private final String definition;

  FigureCard(String id, String title, String definition, Runnable lead) {
    this.title = title;
    this.definition = definition;
    setId(Ids.CALLS_FIGURE + id);
    getStyleClass().addAll("card", "figure");
    value.setMinWidth(USE_PREF_SIZE);
    hint.setMinWidth(0);
    HBox line = new HBox(8, value, change, hint);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox content = new VBox(2, Nodes.label(title, "small", "muted"), line);
    content.prefWidthProperty().bind(widthProperty().subtract(34));
    setGraphic(content);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    setMinWidth(0);
    told.setWrapText(true);
    told.setMaxWidth(EXPLANATION_WIDTH);
    setTooltip(told);
    setOnAction(_ -> lead.run());
    show("—", null, "", "");
  }

  /// @param beside what is said beside it; empty for nothing
  /// @param more said with the definition: of when it is, and with what it is compared
  void show(String text, @Nullable Change now, String beside, String more) {
    value.setText(text);
    Nodes.present(change, now != null);
    if (now != null) {
      change.setText(now.signed());
      change.getStyleClass().removeIf(style -> style.startsWith("chip-"));
      change.getStyleClass().add(now.look());
    }
    hint.setText(beside);
    Nodes.present(hint, !beside.isEmpty());
    told.setText(more.isEmpty() ? definition : definition + "\n" + more);
    setAccessibleText(
        title + ": " + text + (now == null ? "" : ", " + now.signed()) + " " + beside);
    setAccessibleHelp(told.getText());
  }
}
