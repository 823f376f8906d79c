package dev.optima.console.chart;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One figure, large: how it changed, what exactly is counted, and the way to its rows.
public final class FigureCard extends VBox {
  private static final double EXPLANATION_WIDTH = 340;

  private final Words words;
  private final ChartCard.About about;
  private final Label value = Nodes.label("", "figure");
  private final Label detail = Nodes.label("", "muted", "small");
  private final Label change = Nodes.label("", "chip");
  private final Label explanation;
  private final Button lead;

  /// @param way what the way to the rows is called
  /// @param then opens them
  public FigureCard(Words words, ChartCard.About about, String way, Runnable then) {
    super(4);
    this.words = words;
    this.about = about;
    setId(Ids.FIGURE + about.id());
    getStyleClass().addAll("card", "figure-card");
    explanation = Nodes.wrapped(about.explanation(), "muted", "small");
    Nodes.present(explanation, false);
    value.setMinWidth(USE_PREF_SIZE);
    change.setMinWidth(USE_PREF_SIZE);
    FlowPane figures = new FlowPane(8, 2, value, change, detail);
    figures.setRowValignment(VPos.CENTER);
    figures.setPrefWrapLength(120);
    lead = Nodes.button(Ids.FIGURE_LEAD + about.id(), way, then, "link-button", "figure-lead");
    lead.getStyleClass().add(Picture.NOT_IN_PICTURE);
    lead.setMinWidth(0);
    Region spring = new Region();
    VBox.setVgrow(spring, Priority.ALWAYS);
    getChildren().addAll(head(), figures, explanation, spring, lead);
    setFocusTraversable(false);
  }

  private HBox head() {
    Label title = Nodes.label(about.title(), "muted", "small");
    title.setMinWidth(0);
    Button why =
        Nodes.iconButton(
            Ids.CHART_WHY + about.id(),
            Feather.INFO,
            words.get("chart.why", about.title()),
            () -> Nodes.present(explanation, !explanation.isVisible()));
    Tooltip told = new Tooltip(about.explanation());
    told.setWrapText(true);
    told.setMaxWidth(EXPLANATION_WIDTH);
    why.setTooltip(told);
    why.setAccessibleHelp(about.explanation());
    why.getStyleClass().addAll(Picture.NOT_IN_PICTURE, "why");
    HBox head = new HBox(2, title, why);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /// @param figure as it is read; nothing is known if empty
  /// @param rest of what it is one
  public void show(String figure, String rest, @Nullable Change how) {
    value.setText(figure.isEmpty() ? words.get("chart.noFigure") : figure);
    detail.setText(rest);
    Nodes.present(detail, !rest.isEmpty());
    Nodes.present(change, how != null);
    if (how != null) {
      change.setText(how.signed());
      change.getStyleClass().removeAll("chip-ok", "chip-bad", "chip-plain");
      change.getStyleClass().add(how.look());
      change.setAccessibleText(words.get(told(how), how.text()));
      change.setTooltip(new Tooltip(words.get(told(how), how.text())));
    }
    lead.setDisable(figure.isEmpty());
    lead.setAccessibleText(about.title() + " " + value.getText() + ": " + lead.getText());
  }

  private static String told(Change how) {
    return switch (how.way()) {
      case UP -> "chart.change.up";
      case DOWN -> "chart.change.down";
      case SAME -> "chart.change.same";
    };
  }
}
