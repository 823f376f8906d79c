package dev.optima.console.schedule;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.MeetingStates;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.ProviderWords;
import dev.optima.console.meeting.MeetingTimes;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A meeting in full, and what may be done with it.
final class MeetingCardView extends VBox {
  private static final double WIDTH = 460;
  private static final double LABELS = 100;

  private final Words words;
  private final Meeting meeting;
  private final Instant now;

  /// What is done with it.
  ///
  /// @param edit opens the form; with another time if one is given
  record Doors(Runnable join, Runnable room, Edit edit, Runnable cancel, Runnable close) {

    /// Opens the form.
    @FunctionalInterface
    interface Edit {
      void at(@Nullable Instant proposed);
    }
  }

  MeetingCardView(Words words, Meeting meeting, Instant now, Doors doors) {
    super(12);
    this.words = words;
    this.meeting = meeting;
    this.now = now;
    setId(Ids.DIALOG);
    setPrefWidth(WIDTH);
    getChildren().addAll(head(doors.close()), line("schedule.card.when", when()));
    getChildren().add(line("schedule.interviewers", interviewers()));
    optional(
        "plan.video",
        meeting.provider() == null ? null : words.get(ProviderWords.name(meeting.provider())));
    optional("schedule.description", meeting.description());
    optional("schedule.card.note", meeting.note());
    optional("schedule.card.cancelReason", meeting.cancelReason());
    optional("schedule.card.override", meeting.overrideReason());
    proposals(doors.edit());
    getChildren().add(buttons(doors));
  }

  private Node head(Runnable close) {
    VBox who =
        new VBox(
            2,
            Nodes.wrapped(meeting.applicantName(), "heading"),
            Nodes.wrapped(meeting.title(), "muted"));
    HBox.setHgrow(who, Priority.ALWAYS);
    Node chip = Nodes.chip(words.get(MeetingStates.word(meeting)), MeetingStates.tone(meeting));
    Node x = Nodes.iconButton(Ids.CARD_CLOSE, Feather.X, words.get("common.close"), close);
    HBox head = new HBox(10, who, chip, x);
    head.setAlignment(Pos.TOP_LEFT);
    return head;
  }

  private String when() {
    return MeetingTimes.whole(words, meeting, now);
  }

  private String interviewers() {
    return meeting.interviewers().stream()
        .map(Meeting.Interviewer::name)
        .collect(Collectors.joining(", "));
  }

  private Node line(String key, String value) {
    Label label = Nodes.label(words.get(key), "muted");
    label.setMinWidth(LABELS);
    Label text = Nodes.wrapped(value);
    HBox.setHgrow(text, Priority.ALWAYS);
    return new HBox(8, label, text);
  }

  private void optional(String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      getChildren().add(line(key, value));
    }
  }

  /// The times that the applicant asks for instead: a press opens the form there.
  private void proposals(Doors.Edit edit) {
    List<Instant> proposals = meeting.proposals();
    if (proposals == null || proposals.isEmpty() || !MoveViewModel.isMovable(meeting)) {
      return;
    }
    VBox times = new VBox(4);
    int at = 0;
    for (Instant proposed : proposals) {
      String there = MeetingTimes.there(words, meeting, proposed);
      String here = words.formats().dayAhead(proposed, now) + " " + words.formats().time(proposed);
      times
          .getChildren()
          .add(
              Nodes.button(
                  Ids.CARD_PROPOSAL + at++,
                  there.isEmpty() ? here : here + " · " + there,
                  () -> edit.at(proposed)));
    }
    Label label = Nodes.label(words.get("schedule.card.proposals"), "muted");
    label.setMinWidth(LABELS);
    getChildren().add(new HBox(8, label, times));
  }

  private Node buttons(Doors doors) {
    HBox buttons = new HBox(8);
    buttons.setAlignment(Pos.CENTER_LEFT);
    if (MoveViewModel.isMovable(meeting)) {
      buttons
          .getChildren()
          .add(
              Nodes.button(
                  Ids.CARD_CANCEL,
                  words.get("schedule.callOff"),
                  doors.cancel(),
                  "flat",
                  "call-off"));
    }
    buttons.getChildren().add(Nodes.spring());
    buttons
        .getChildren()
        .add(Nodes.button(Ids.CARD_ROOM, words.get("schedule.card.room"), doors.room()));
    if (MoveViewModel.isMovable(meeting)) {
      buttons
          .getChildren()
          .add(
              Nodes.button(
                  Ids.CARD_EDIT, words.get("schedule.card.edit"), () -> doors.edit().at(null)));
    }
    if (MeetingTimes.isJoinable(meeting, now)) {
      buttons
          .getChildren()
          .add(Nodes.button(Ids.CARD_JOIN, words.get("meeting.join"), doors.join(), "accent"));
    }
    return buttons;
  }

  /// Puts the keyboard on what is most likely wanted.
  void focusFirst() {
    Node button = lookup("#" + Ids.CARD_JOIN);
    if (button == null) {
      button = lookup("#" + Ids.CARD_EDIT);
    }
    if (button == null) {
      button = lookup("#" + Ids.CARD_ROOM);
    }
    if (button instanceof Button first) {
      first.requestFocus();
    }
  }
}
