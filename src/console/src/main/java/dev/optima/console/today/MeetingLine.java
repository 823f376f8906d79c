package dev.optima.console.today;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.MeetingStates;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.MeetingTimes;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One interview in a row: whose, what and when, its state, and below what can be done.
final class MeetingLine extends VBox {
  private static final double FACE = 32;

  private final HBox head = new HBox(10);

  /// @param open leads to the applicant's room
  MeetingLine(Words words, Meeting meeting, Instant now, Runnable open) {
    super(6);
    getStyleClass().add("meeting-line");
    Button name = Nodes.button("", meeting.applicantName(), open, "name-link");
    name.setMinWidth(0);
    VBox who =
        new VBox(
            1,
            name,
            Nodes.wrapped(
                meeting.title() + " · " + MeetingTimes.whole(words, meeting, now),
                "small",
                "muted"));
    who.setMinWidth(0);
    HBox.setHgrow(who, Priority.ALWAYS);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getChildren()
        .addAll(
            new Avatar(words, meeting.applicantName(), FACE),
            who,
            Nodes.chip(words.get(MeetingStates.word(meeting)), MeetingStates.tone(meeting)));
    getChildren().add(head);
  }

  /// Puts a button at the end of the line.
  MeetingLine with(Node action) {
    head.getChildren().add(action);
    return this;
  }

  /// Puts what the applicant said below.
  MeetingLine saying(String words) {
    if (!words.isBlank()) {
      getChildren().add(inset(Nodes.wrapped("“" + words + "”", "small")));
    }
    return this;
  }

  /// Puts buttons below.
  MeetingLine offering(List<? extends Node> actions) {
    FlowPane flow = new FlowPane(8, 6);
    flow.getChildren().setAll(actions);
    getChildren().add(inset(flow));
    return this;
  }

  private static Node inset(Node content) {
    HBox box = new HBox(content);
    HBox.setHgrow(content, Priority.ALWAYS);
    box.setStyle("-fx-padding: 0 0 0 " + (int) (FACE + 10) + "px");
    return box;
  }
}
