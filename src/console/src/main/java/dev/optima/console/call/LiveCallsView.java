package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Outcomes;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A card for each live call.
final class LiveCallsView extends FlowPane implements AutoCloseable {
  private final Words words;
  private final CallsViewModel model;
  private final CallsView.Actions actions;
  private final List<Runnable> clocks = new ArrayList<>();
  private final Subscriptions subscriptions = new Subscriptions();

  LiveCallsView(Words words, CallsViewModel model, CallsView.Actions actions) {
    super(12, 12);
    this.words = words;
    this.model = model;
    this.actions = actions;
    subscriptions.list(model.live(), this::fill);
    subscriptions.onChange(model.now(), _ -> clocks.forEach(Runnable::run));
  }

  private void fill() {
    clocks.clear();
    getChildren().setAll(model.live().stream().map(this::card).toList());
  }

  private Node card(CallSnapshot call) {
    boolean mine = model.isMine(call);
    String with =
        mine ? words.get("calls.withYou") : words.get("calls.withOther", call.callerName());
    VBox who =
        new VBox(1, Nodes.label(call.applicantName(), "name"), Nodes.label(with, "small", "muted"));
    HBox head = new HBox(10, new Avatar(words, call.applicantName(), 32), who);
    head.setAlignment(Pos.CENTER_LEFT);
    Label time = Nodes.label("", "tabular");
    Runnable clock = () -> time.setText(time(call));
    clock.run();
    clocks.add(clock);
    HBox foot =
        new HBox(
            10,
            Nodes.chip(words.get(Outcomes.word(call)), Outcomes.tone(call)),
            time,
            Nodes.spring());
    foot.setAlignment(Pos.CENTER_LEFT);
    if (mine) {
      foot.getChildren()
          .add(Nodes.button("", words.get("calls.return"), () -> actions.back().accept(call)));
    } else {
      foot.getChildren()
          .add(
              Nodes.button(
                  "", words.get("calls.open"), () -> actions.open().accept(call.roomId())));
    }
    VBox card = new VBox(12, head, foot);
    card.getStyleClass().addAll("card", "live-card");
    if (mine) {
      card.getStyleClass().add("mine");
    }
    return card;
  }

  private String time(CallSnapshot call) {
    if (call.state() == CallState.RINGING) {
      Duration whole = CallViewModel.ringTime(call);
      Duration rung = Duration.between(call.createdAt(), model.now().get());
      Duration shown = rung.compareTo(whole) > 0 ? whole : rung;
      return Formats.length(shown) + " / " + Formats.length(whole);
    }
    return Formats.length(model.length(call));
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
