package dev.optima.console.schedule;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.MeetingStates;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.message.Meeting;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A row of the agenda: a day, or when, who and how far.
final class AgendaCell extends ListCell<AgendaRow> {
  private static final double TIMES = 110;

  private final Words words;
  private final DateTimeFormatter day;
  private final Label head = Nodes.label("", "agenda-day");
  private final Region bar = new Region();
  private final Label time = Nodes.label("", "agenda-time");
  private final Label name = Nodes.label("", "name");
  private final Label what = Nodes.label("", "small", "muted");
  private final HBox chip = new HBox();
  private final HBox row;

  AgendaCell(Words words) {
    this.words = words;
    day = DateTimeFormatter.ofPattern(words.get("day.long"), words.texts().locale());
    bar.getStyleClass().add("agenda-bar");
    time.setMinWidth(TIMES);
    VBox who = new VBox(1, name, what);
    who.setMinWidth(0);
    name.setMinWidth(0);
    what.setMinWidth(0);
    chip.setAlignment(Pos.CENTER_RIGHT);
    row = new HBox(12, bar, time, who, Nodes.spring(), chip);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("agenda-row");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable AgendaRow item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(empty || item == null ? null : graphic(item));
  }

  private Node graphic(AgendaRow item) {
    return switch (item) {
      case AgendaRow.Day(var date) -> {
        head.setText(day.format(date));
        setAccessibleText(head.getText());
        yield head;
      }
      case AgendaRow.Item(Slot slot) -> {
        show(slot);
        yield row;
      }
    };
  }

  private void show(Slot slot) {
    Meeting meeting = slot.meeting();
    bar.getStyleClass().setAll("agenda-bar", "by" + slot.colour() + "-bar");
    time.setText(words.formats().span(slot.start(), slot.end()));
    name.setText(meeting.applicantName());
    what.setText(
        meeting.title()
            + " · "
            + meeting.interviewers().stream()
                .map(Meeting.Interviewer::name)
                .collect(Collectors.joining(", ")));
    String state = words.get(MeetingStates.word(meeting));
    chip.getChildren().setAll(Nodes.chip(state, MeetingStates.tone(meeting)));
    setAccessibleText(words.get("schedule.spoken", meeting.applicantName(), time.getText(), state));
  }
}
