package dev.optima.console.insight;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.TickItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// One or more of some things, or all of them: it stays open while one chooses.
final class ChoiceMenu<T> extends MenuButton {
  private final Words words;
  private final Names names;
  private final Function<T, String> name;
  private final Consumer<List<T>> choose;
  private List<T> offered = List.of();
  private List<T> chosen = List.of();

  /// The keys of its words.
  ///
  /// @param none what it is called while nothing is chosen
  /// @param many with how many are chosen
  /// @param all what chooses nothing
  record Names(String none, String many, String all) {}

  ChoiceMenu(
      String id, Words words, Names names, Function<T, String> name, Consumer<List<T>> choose) {
    this.words = words;
    this.names = names;
    this.name = name;
    this.choose = choose;
    setId(id);
    setMnemonicParsing(false);
    getStyleClass().addAll("filter-chip", "filter-menu");
    show(List.of());
  }

  /// What can be chosen, in order.
  void offer(List<T> choices) {
    offered = List.copyOf(choices);
    fill();
  }

  /// What is chosen now.
  void show(List<T> now) {
    chosen = List.copyOf(now);
    setText(
        switch (now.size()) {
          case 0 -> words.get(names.none());
          case 1 -> name.apply(now.getFirst());
          default -> words.get(names.many(), now.size());
        });
    getStyleClass().remove("on");
    if (!now.isEmpty()) {
      getStyleClass().add("on");
    }
    for (MenuItem item : getItems()) {
      if (item instanceof TickItem tick) {
        tick.setTicked(chosen.contains(tick.getUserData()));
      }
    }
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    List<T> all = new ArrayList<>(offered);
    chosen.stream().filter(one -> !all.contains(one)).forEach(all::add);
    for (T one : all) {
      TickItem item = new TickItem(name.apply(one), () -> toggle(one));
      item.setUserData(one);
      item.setTicked(chosen.contains(one));
      items.add(item);
    }
    if (items.isEmpty()) {
      MenuItem nothing = new MenuItem(words.get("insights.noChoice"));
      nothing.setDisable(true);
      items.add(nothing);
    }
    MenuItem clear = new MenuItem(words.get(names.all()));
    clear.setOnAction(_ -> choose.accept(List.of()));
    items.add(new SeparatorMenuItem());
    items.add(clear);
    getItems().setAll(items);
  }

  private void toggle(T one) {
    List<T> next = new ArrayList<>(chosen);
    if (!next.remove(one)) {
      next.add(one);
    }
    choose.accept(next);
  }
}
