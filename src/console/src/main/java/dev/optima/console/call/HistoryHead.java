package dev.optima.console.call;

import dev.optima.console.call.HistoryOrder.Column;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// The names of the columns; a press sorts by one, the next press the other way round.
final class HistoryHead extends HBox implements AutoCloseable {
  private final Words words;
  private final CallHistoryViewModel model;
  private final Map<Column, Button> buttons = new EnumMap<>(Column.class);
  private final Subscriptions subscriptions = new Subscriptions();

  HistoryHead(Words words, CallHistoryViewModel model) {
    super(HistoryColumns.GAP);
    this.words = words;
    this.model = model;
    getStyleClass().add("call-row-head");
    for (Column column : Column.values()) {
      Button button =
          Nodes.button(Ids.CALLS_SORT + column, "", () -> model.sort(column), "sort-head");
      buttons.put(column, HistoryColumns.fit(column, button));
    }
    subscriptions.follow(model.order(), this::show);
    show(HistoryColumns.ALL);
  }

  /// Shows only these.
  void show(HistoryColumns columns) {
    getChildren().setAll(columns.shown().stream().map(buttons::get).toList());
  }

  private void show(HistoryOrder order) {
    buttons.forEach(
        (column, button) -> {
          String name = words.get(word(column));
          boolean sorted = column == order.by();
          button.setText(sorted ? name + (order.ascending() ? " ↑" : " ↓") : name);
          button.setAccessibleText(
              sorted
                  ? words.get(order.ascending() ? "calls.sorted.up" : "calls.sorted.down", name)
                  : words.get("calls.sort", name));
          button.getStyleClass().remove("on");
          if (sorted) {
            button.getStyleClass().add("on");
          }
        });
  }

  private static String word(Column column) {
    return switch (column) {
      case APPLICANT -> "calls.column.applicant";
      case WHEN -> "calls.column.when";
      case LENGTH -> "calls.column.length";
      case OUTCOME -> "calls.column.outcome";
      case QUALITY -> "calls.column.quality";
      case INTERVIEWER -> "calls.column.who";
    };
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
