package dev.optima.console.call;

import dev.optima.console.chart.Tiles;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.LiveCall;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A card for each live call, side by side; many of them scroll in a place of their own.
final class LiveCallsView extends VBox implements AutoCloseable {
  private static final double GAP = 12;
  private static final double NARROWEST = 250;
  private static final double HIGHEST = 300;
  private static final int MOST = 4;

  private final Words words;
  private final LiveCallsViewModel model;
  private final LiveActs acts;
  private final Map<CallId, LiveCardView> cards = new HashMap<>();
  private final Tiles grid = new Tiles(NARROWEST, MOST, GAP).steady();
  private final ScrollPane scroll = new Place(grid);
  private final Label count = Nodes.label("", "small", "muted");
  private final Label note = Nodes.wrapped("", "muted");
  private final HBox told = new HBox(10, note);
  private final Button retry;
  private final Subscriptions subscriptions = new Subscriptions();

  LiveCallsView(
      Words words, LiveCallsViewModel model, LiveActs acts, ObservableValue<Instant> now) {
    super(10);
    this.words = words;
    this.model = model;
    this.acts = acts;
    retry = Nodes.button(Ids.CALLS_LIVE_RETRY, words.get("calls.retry"), model::retry, "small");
    setId(Ids.CALLS_LIVE);
    note.setId(Ids.CALLS_LIVE_NOTE);
    getStyleClass().add("card");
    HBox head = new HBox(8, Nodes.label(words.get("calls.live"), "heading"), count);
    head.getStyleClass().add("aligned");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMaxHeight(HIGHEST);
    scroll.setMinHeight(USE_PREF_SIZE);
    scroll.setFocusTraversable(false);
    Nodes.present(retry, false);
    told.getChildren().add(retry);
    told.getStyleClass().add("aligned");
    getChildren().addAll(head, scroll, told);
    subscriptions.list(model.calls(), this::show);
    subscriptions.update(this::explain, model.loaded(), model.problem(), model.following());
    subscriptions.onChange(now, _ -> cards.values().forEach(LiveCardView::tick));
  }

  private void show() {
    Set<CallId> there = new HashSet<>();
    for (LiveCall live : model.calls()) {
      CallId id = live.call().callId();
      there.add(id);
      LiveCardView card = cards.get(id);
      if (card == null) {
        cards.put(id, new LiveCardView(words, model, acts, live));
      } else {
        card.show(live);
      }
    }
    cards.keySet().retainAll(there);
    place();
    count.setText(there.size() > 2 ? words.numbers().count(there.size()) : "");
    explain();
  }

  private void explain() {
    boolean some = !model.calls().isEmpty();
    Nodes.present(scroll, some);
    scroll.setOpacity(model.following().get() ? 1 : 0.6);
    String said = said(some);
    note.setText(said);
    Nodes.present(told, !said.isEmpty());
    Nodes.present(retry, model.problem().get() != null);
  }

  private String said(boolean some) {
    Message problem = model.problem().get();
    if (problem != null) {
      return words.get(problem);
    }
    if (some) {
      return model.following().get() ? "" : words.get("calls.live.old");
    }
    return words.get(model.loaded().get() ? "calls.live.none" : "common.loading");
  }

  /// In the order of the calls, so that the keyboard goes through them as the eye does.
  private void place() {
    grid.show(
        model.calls().stream()
            .map(live -> cards.get(live.call().callId()))
            .filter(Objects::nonNull)
            .toList());
  }

  @Override
  public void close() {
    subscriptions.close();
  }

  /// As high as the cards in it are, up to a point; that follows from its width.
  private static final class Place extends ScrollPane {
    private final Tiles cards;

    Place(Tiles cards) {
      super(cards);
      this.cards = cards;
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      return Math.min(HIGHEST, cards.prefHeight(width < 0 ? getWidth() : width));
    }
  }
}
