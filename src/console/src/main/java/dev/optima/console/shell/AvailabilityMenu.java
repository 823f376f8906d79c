package dev.optima.console.shell;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.settings.AvailabilityViewModel;
import dev.optima.console.settings.AvailabilityViewModel.State;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/// Whether one may be disturbed, under one's own name.
final class AvailabilityMenu extends MenuButton implements AutoCloseable {
  private final Words words;
  private final Subscriptions subscriptions = new Subscriptions();

  AvailabilityMenu(Words words, AvailabilityViewModel model, Runnable onSettings) {
    this.words = words;
    setId(Ids.AVAILABILITY);
    getStyleClass().addAll("availability");
    setMinWidth(0);
    getItems()
        .addAll(
            item("available", "availability.available", model::available),
            item("silent", "availability.silent", model::doNotDisturb),
            item("tomorrow", "availability.tomorrow", model::untilTomorrow),
            new SeparatorMenuItem(),
            item("alerts", "availability.settings", onSettings));
    subscriptions.follow(model.state(), this::show);
  }

  private MenuItem item(String id, String key, Runnable action) {
    MenuItem item = new MenuItem(words.get(key));
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void show(State state) {
    setText(
        words.get(
            switch (state) {
              case AVAILABLE -> "availability.available";
              case SILENT -> "availability.silent";
              case SILENT_UNTIL -> "availability.tomorrow.on";
              case QUIET_HOURS -> "availability.quiet";
            }));
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", "dot-small");
    if (state != State.AVAILABLE) {
      dot.getStyleClass().add("dot-silent");
    }
    setGraphic(dot);
    setAccessibleText(getText());
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
