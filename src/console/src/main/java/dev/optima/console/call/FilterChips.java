package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/// What the history is narrowed to; a press on one takes it away.
final class FilterChips extends FlowPane implements AutoCloseable {
  private final Words words;
  private final CallHistoryViewModel model;
  private final HistoryFilter.Person me;
  private final FilterWords said;
  private final Subscriptions subscriptions = new Subscriptions();

  FilterChips(Words words, CallHistoryViewModel model, HistoryFilter.Person me) {
    super(6, 6);
    this.words = words;
    this.model = model;
    this.me = me;
    said = new FilterWords(words);
    subscriptions.follow(model.filter(), this::show);
  }

  private void show(HistoryFilter filter) {
    List<Node> chips = new ArrayList<>();
    HistoryFilter told = filter;
    if (HistoryPresets.has(filter.outcomes())) {
      told = told.outcomes(Set.of());
    }
    if (HistoryPresets.isOnly(filter, me)) {
      told = told.people(List.of());
    }
    said.of(told).forEach(part -> chips.add(chip(part)));
    if (chips.size() > 1) {
      chips.add(
          Nodes.button(
              Ids.CALLS_CLEAR,
              words.get("calls.filter.clear"),
              () -> model.filter().set(HistoryFilter.ALL),
              "link-button"));
    }
    Nodes.refill(this, chips);
    Nodes.present(this, !chips.isEmpty());
  }

  private Button chip(FilterWords.Part part) {
    Button chip =
        Nodes.button(
            Ids.CALLS_CHIP + part.id(),
            part.text() + "  ×",
            () -> model.filter().set(part.without().apply(model.filter().get())),
            "filter-chip",
            "on");
    chip.setMnemonicParsing(false);
    chip.setMaxWidth(260);
    chip.setMinWidth(0);
    chip.setAccessibleText(words.get("calls.filter.remove", part.text()));
    chip.setTooltip(new Tooltip(words.get("calls.filter.remove", part.text())));
    return chip;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
