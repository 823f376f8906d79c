package dev.optima.console.schedule;

import dev.optima.console.fx.Diff;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What is to come, as a list: two weeks from the chosen day.
final class AgendaPane extends StackPane implements CalendarPane {
  private final Words words;
  private final Deeds deeds;
  private final ObservableList<AgendaRow> rows = FXCollections.observableArrayList();
  private final ListView<AgendaRow> list = new ListView<>(rows);

  AgendaPane(Words words, Deeds deeds) {
    this.words = words;
    this.deeds = deeds;
    list.setId(Ids.SCHEDULE_AGENDA);
    list.getStyleClass().addAll("plain-list", "agenda");
    list.setCellFactory(_ -> new AgendaCell(words));
    list.setPlaceholder(Nodes.label(words.get("schedule.agenda.empty"), "muted"));
    list.setAccessibleText(words.get("schedule.span.agenda"));
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            openSelected();
          }
        });
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            openSelected();
          }
        });
    getChildren().setAll(list);
  }

  private void openSelected() {
    if (list.getSelectionModel().getSelectedItem() instanceof AgendaRow.Item(Slot slot)) {
      deeds.open(slot.meeting());
    }
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public void activate(boolean now) {
    if (!now) {
      rows.clear();
    }
  }

  @Override
  public void show(Board board, LocalDate today) {
    List<AgendaRow> next = new ArrayList<>();
    LocalDate last = null;
    for (Slot slot : board.slots()) {
      LocalDate day = words.formats().day(slot.start());
      if (!board.days().contains(day)) {
        continue;
      }
      if (!day.equals(last)) {
        next.add(new AgendaRow.Day(day));
        last = day;
      }
      next.add(new AgendaRow.Item(slot));
    }
    Diff.apply(rows, next);
  }

  /// Each row says its own time only.
  @Override
  public void showThere(@Nullable There whose) {}

  @Override
  public void tell(Instant now) {}
}
