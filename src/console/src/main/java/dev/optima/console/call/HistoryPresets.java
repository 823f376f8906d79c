package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.call.CallOutcome;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// What the history is narrowed to most often, at one press; the next press takes it back.
final class HistoryPresets extends HBox implements AutoCloseable {
  private static final Set<CallOutcome> MISSED = Set.of(CallOutcome.NO_ANSWER, CallOutcome.OFFLINE);
  private static final Set<CallOutcome> REJECTED = Set.of(CallOutcome.REJECTED);

  private final Words words;
  private final CallHistoryViewModel model;
  private final Subscriptions subscriptions = new Subscriptions();

  HistoryPresets(Words words, CallHistoryViewModel model, HistoryFilter.Person me) {
    super(6);
    this.words = words;
    this.model = model;
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            chip(Ids.CALLS_ALL, "calls.all", HistoryFilter.ALL::equals, _ -> HistoryFilter.ALL),
            outcomes(Ids.CALLS_MISSED, "calls.missed", MISSED),
            outcomes(Ids.CALLS_REJECTED, "calls.rejected", REJECTED),
            chip(
                Ids.CALLS_MINE,
                "calls.mine",
                filter -> isOnly(filter, me),
                filter -> filter.people(isOnly(filter, me) ? List.of() : List.of(me))));
  }

  private Button outcomes(String id, String key, Set<CallOutcome> wanted) {
    return chip(
        id,
        key,
        filter -> filter.outcomes().equals(wanted),
        filter -> filter.outcomes(filter.outcomes().equals(wanted) ? Set.of() : wanted));
  }

  private Button chip(
      String id, String key, Predicate<HistoryFilter> on, UnaryOperator<HistoryFilter> press) {
    Button chip =
        Nodes.button(
            id,
            words.get(key),
            () -> model.filter().set(press.apply(model.filter().get())),
            "filter-chip");
    subscriptions.follow(
        model.filter(),
        filter -> {
          chip.getStyleClass().remove("on");
          if (on.test(filter)) {
            chip.getStyleClass().add("on");
          }
        });
    return chip;
  }

  /// Whether these outcomes are shown as one of the presets.
  static boolean has(Set<CallOutcome> outcomes) {
    return outcomes.equals(MISSED) || outcomes.equals(REJECTED);
  }

  /// Whether only this person's calls are asked for.
  static boolean isOnly(HistoryFilter filter, HistoryFilter.Person person) {
    return filter.people().size() == 1 && filter.people().getFirst().id().equals(person.id());
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
