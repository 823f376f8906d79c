package dev.optima.console.insight;

import dev.optima.console.chart.ChartExport;
import dev.optima.console.i18n.Words;
import dev.optima.console.insight.InsightsViewModel.Shown;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;

/// The whole page as a picture, or all its figures as the backend writes them.
final class PageExport {
  private final Words words;
  private final InsightsViewModel model;
  private final ChartExport export;
  private final Node page;
  private final Consumer<Exception> failed;
  private final MenuButton button;

  PageExport(
      Words words,
      InsightsViewModel model,
      ChartExport export,
      Node page,
      Consumer<Exception> failed) {
    this.words = words;
    this.model = model;
    this.export = export;
    this.page = page;
    this.failed = failed;
    button = new MenuButton(words.get("insights.export"), Nodes.icon(Feather.DOWNLOAD));
    button.setId(Ids.INSIGHTS_EXPORT);
    button.getStyleClass().add("act-menu");
    button
        .getItems()
        .addAll(
            item(Ids.INSIGHTS_EXPORT_FIGURES, "chart.saveFigures", this::figures),
            item(Ids.INSIGHTS_EXPORT_PICTURE, "chart.savePicture", this::picture));
  }

  private MenuItem item(String id, String key, Runnable deed) {
    MenuItem item = new MenuItem(words.get(key));
    item.setId(id);
    item.setOnAction(_ -> deed.run());
    return item;
  }

  MenuButton button() {
    return button;
  }

  void allow(boolean something) {
    button.setDisable(!something);
  }

  private String name(Shown shown) {
    return "insights-%s-%s".formatted(shown.period().first(), shown.period().last());
  }

  private void figures() {
    Shown shown = model.shown().get();
    if (shown != null) {
      export.saveFetched(page, name(shown) + ".csv", () -> model.csv(shown.filter()), failed);
    }
  }

  private void picture() {
    Shown shown = model.shown().get();
    if (shown != null) {
      export.savePicture(page, name(shown));
    }
  }
}
