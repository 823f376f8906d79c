package dev.optima.console.call;

import dev.optima.console.call.CallsViewModel.Filter;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The calls of the team: live above, history below.
public final class CallsView extends BorderPane implements AutoCloseable {
  private final Words words;
  private final CallsViewModel model;
  private final InstantSource clock;
  private final Actions actions;
  private final VBox live;
  private final LiveCallsView liveCards;
  private final Label note = Nodes.wrapped("", "muted");
  private final Subscriptions subscriptions = new Subscriptions();

  /// What the page leads to.
  public record Actions(
      Consumer<RoomId> callBack,
      Consumer<RoomId> open,
      Consumer<CallSnapshot> back,
      Consumer<CallSnapshot> details) {}

  public CallsView(Words words, CallsViewModel model, InstantSource clock, Actions actions) {
    this.words = words;
    this.model = model;
    this.clock = clock;
    this.actions = actions;
    setId(Ids.CALLS);
    getStyleClass().add("page");
    HBox head = new HBox(12, Nodes.label(words.get("calls.title"), "title"));
    head.getStyleClass().add("page-head");
    setTop(head);
    liveCards = new LiveCallsView(words, model, actions);
    live = card(Nodes.label(words.get("calls.live"), "heading"), liveCards);
    live.setId(Ids.CALLS_LIVE);
    VBox history = history();
    VBox.setVgrow(history, Priority.ALWAYS);
    VBox body = new VBox(16, live, history);
    body.getStyleClass().add("page-body");
    setCenter(body);
    subscriptions.list(model.live(), () -> Nodes.present(live, !model.live().isEmpty()));
  }

  private static VBox card(Node... content) {
    VBox card = new VBox(12, content);
    card.getStyleClass().add("card");
    return card;
  }

  private VBox history() {
    HBox head =
        new HBox(
            8,
            Nodes.label(words.get("calls.history"), "heading"),
            Nodes.spring(),
            filter(Ids.CALLS_ALL, "calls.all", Filter.ALL),
            filter(Ids.CALLS_MISSED, "calls.missed", Filter.MISSED),
            filter(Ids.CALLS_REJECTED, "calls.rejected", Filter.REJECTED),
            filter(Ids.CALLS_MINE, "calls.mine", Filter.MINE));
    head.setAlignment(Pos.CENTER_LEFT);
    ListView<CallSnapshot> list = new ListView<>(model.history());
    list.setId(Ids.CALLS_HISTORY);
    list.getStyleClass().add("plain-list");
    list.setCellFactory(_ -> new CallCell(words, clock, actions));
    list.setPlaceholder(note);
    list.setOnMouseClicked(event -> shown(list, event.getClickCount() == 2));
    list.setOnKeyPressed(event -> shown(list, event.getCode() == KeyCode.ENTER));
    VBox.setVgrow(list, Priority.ALWAYS);
    Button more = Nodes.button(Ids.CALLS_MORE, words.get("calls.more"), model::more);
    subscriptions.follow(model.hasMore(), shown -> Nodes.present(more, shown));
    subscriptions.update(this::explain, model.loading(), model.problem());
    HBox foot = new HBox(more);
    foot.setAlignment(Pos.CENTER);
    return card(head, CallCell.head(words), list, foot);
  }

  private void shown(ListView<CallSnapshot> list, boolean wanted) {
    CallSnapshot call = list.getSelectionModel().getSelectedItem();
    if (wanted && call != null) {
      actions.details().accept(call);
    }
  }

  private void explain() {
    if (model.problem().get() != null) {
      note.setText(words.get(model.problem().get()));
    } else {
      note.setText(words.get(model.loading().get() ? "common.loading" : "calls.none"));
    }
  }

  private Button filter(String id, String key, Filter filter) {
    Button chip = Nodes.button(id, words.get(key), () -> model.filter().set(filter), "filter-chip");
    subscriptions.follow(
        model.filter(),
        chosen -> {
          chip.getStyleClass().remove("on");
          if (chosen == filter) {
            chip.getStyleClass().add("on");
          }
        });
    return chip;
  }

  @Override
  public void close() {
    subscriptions.close();
    liveCards.close();
  }
}
