package dev.optima.console.call;

import dev.optima.console.look.TickItem;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// Some of many things to choose; stays open while one chooses.
final class FilterMenu<T> extends MenuButton {
  private final Supplier<List<T>> offered;
  private final Function<T, String> name;
  private final Supplier<List<T>> chosen;
  private final Choice<T> choice;
  private final Names names;

  /// Its words.
  ///
  /// @param title what stands on it while nothing is chosen
  /// @param none what it says when there is nothing to choose
  record Names(String title, String none) {}

  /// What becomes of a choice.
  @FunctionalInterface
  interface Choice<T> {
    void made(T what, boolean on);
  }

  /// @param offered asked whenever it opens
  FilterMenu(
      String id,
      Names names,
      Supplier<List<T>> offered,
      Function<T, String> name,
      Supplier<List<T>> chosen,
      Choice<T> choice) {
    super(names.title());
    this.names = names;
    this.offered = offered;
    this.name = name;
    this.chosen = chosen;
    this.choice = choice;
    setId(id);
    setMnemonicParsing(false);
    getStyleClass().addAll("filter-chip", "filter-menu");
    setOnShowing(_ -> fill());
    fill();
  }

  private void fill() {
    List<T> on = chosen.get();
    List<T> all = offered.get();
    if (all.isEmpty()) {
      MenuItem nothing = new MenuItem(names.none());
      nothing.setDisable(true);
      getItems().setAll(nothing);
    } else {
      getItems().setAll(all.stream().map(one -> item(one, on.contains(one))).toList());
    }
  }

  private TickItem item(T one, boolean on) {
    TickItem item = new TickItem(name.apply(one), () -> toggle(one));
    item.setUserData(one);
    item.setTicked(on);
    return item;
  }

  private void toggle(T one) {
    choice.made(one, !chosen.get().contains(one));
    List<T> on = chosen.get();
    for (MenuItem item : getItems()) {
      if (item instanceof TickItem tick) {
        tick.setTicked(on.contains(tick.getUserData()));
      }
    }
  }

  /// Says what is chosen.
  void tell() {
    List<T> on = chosen.get();
    setText(
        switch (on.size()) {
          case 0 -> names.title();
          case 1 -> name.apply(on.getFirst());
          default -> names.title() + " · " + on.size();
        });
    getStyleClass().remove("on");
    if (!on.isEmpty()) {
      getStyleClass().add("on");
    }
  }
}
