package dev.optima.console.insight;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.MeetingStates;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.message.Meeting;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A meeting: when, with whom, who led it, and what became of it.
final class MeetingLineCell extends ListCell<Meeting> {
  private static final double WHEN = 140;

  private final Words words;

  MeetingLineCell(Words words) {
    this.words = words;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Meeting meeting, boolean empty) {
    super.updateItem(meeting, empty);
    setText(null);
    setGraphic(empty || meeting == null ? null : line(meeting));
  }

  private HBox line(Meeting meeting) {
    Label when = Nodes.label(words.formats().dateAndTime(meeting.scheduledTime()), "muted");
    when.setMinWidth(WHEN);
    when.setPrefWidth(WHEN);
    String interviewers =
        meeting.interviewers().stream()
            .map(Meeting.Interviewer::name)
            .collect(Collectors.joining(", "));
    Label rest = Nodes.label(meeting.title() + " · " + interviewers, "muted", "small");
    VBox who = new VBox(1, Nodes.label(meeting.applicantName(), "name"), rest);
    who.setMinWidth(0);
    HBox.setHgrow(who, Priority.ALWAYS);
    Label state = Nodes.chip(words.get(MeetingStates.word(meeting)), MeetingStates.tone(meeting));
    HBox line = new HBox(12, when, who, state);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("call-row");
    return line;
  }
}
