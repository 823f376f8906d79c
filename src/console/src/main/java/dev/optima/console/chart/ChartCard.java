package dev.optima.console.chart;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A chart on a page: what it is called, what exactly is counted, the plot, its legend, and the way
/// out of the console as a picture or as figures.
public final class ChartCard extends VBox {
  private static final double EXPLANATION_WIDTH = 380;

  private final Words words;
  private final ChartExport export;
  private final About about;
  private final Plot plot;
  private final Label period = Nodes.label("", "muted", "small");
  private final Label explanation;
  private final Label note = Nodes.wrapped("", "muted");
  private final Legend legend = new Legend();
  private @Nullable String said;

  /// What a chart is.
  ///
  /// @param id of it, for files and tests
  /// @param explanation what exactly is counted
  public record About(String id, String title, String explanation) {}

  public ChartCard(Words words, ChartExport export, About about, Plot plot) {
    super(8);
    this.words = words;
    this.export = export;
    this.about = about;
    this.plot = plot;
    setId(Ids.CHART + about.id());
    getStyleClass().addAll("card", "chart");
    explanation = Nodes.wrapped(about.explanation(), "muted", "small");
    Nodes.present(explanation, false);
    Nodes.present(period, false);
    VBox names = new VBox(2, head(), period, explanation);
    StackPane body = new StackPane(plot, note);
    note.setMinHeight(0);
    getChildren().addAll(names, body, legend);
    plot.name(about.title());
    plot.setAccessibleHelp(words.get("chart.help"));
    plot.onFilled(this::follow);
    follow();
  }

  private HBox head() {
    Label title = Nodes.label(about.title(), "heading");
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
    why.getStyleClass().add(Picture.NOT_IN_PICTURE);
    Button more =
        Nodes.iconButton(
            Ids.CHART_MENU + about.id(),
            Feather.MORE_HORIZONTAL,
            words.get("chart.menu", about.title()),
            () -> {});
    ContextMenu menu = menu();
    more.setOnAction(_ -> menu.show(more, Side.BOTTOM, 0, 0));
    more.getStyleClass().add(Picture.NOT_IN_PICTURE);
    HBox head = new HBox(2, title, why, Nodes.spring(), more);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private ContextMenu menu() {
    return new ContextMenu(
        item(Ids.CHART_COPY_PICTURE, "chart.copyPicture", () -> export.copyPicture(this)),
        item(Ids.CHART_SAVE_PICTURE, "chart.savePicture", this::savePicture),
        item(Ids.CHART_COPY_FIGURES, "chart.copyFigures", () -> export.copyFigures(plot.table())),
        item(Ids.CHART_SAVE_FIGURES, "chart.saveFigures", this::saveFigures));
  }

  private MenuItem item(String id, String key, Runnable deed) {
    MenuItem item = new MenuItem(words.get(key));
    item.setId(id);
    item.setOnAction(_ -> deed.run());
    return item;
  }

  /// Saves it as a picture, where the recruiter says.
  public void savePicture() {
    export.savePicture(this, about.id());
  }

  /// Saves its figures, where the recruiter says.
  public void saveFigures() {
    export.saveFigures(this, plot.table(), about.id());
  }

  /// Of which time it is; nothing to say if empty.
  public void period(String text) {
    period.setText(text);
    Nodes.present(period, !text.isEmpty());
  }

  /// Says something instead of showing the chart, such as that it is being loaded; null to show it.
  public void say(@Nullable String text) {
    said = text;
    follow();
  }

  private void follow() {
    boolean shown = said == null && !plot.isEmpty();
    note.setText(said == null ? words.get("chart.empty") : said);
    note.setVisible(!shown);
    plot.setVisible(shown);
    legend.show(shown ? plot.legend() : List.of());
  }
}
