package dev.optima.console.call;

import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Outcomes;
import dev.optima.protocol.message.CallSnapshot;
import java.time.Duration;
import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A call of the history.
final class CallCell extends ListCell<CallSnapshot> {
  private static final double WHEN = 170;
  private static final double LENGTH = 80;
  private static final double OUTCOME = 140;
  private static final double WHO = 150;
  private static final double ACTION = 150;
  private static final String NOTHING = "—";

  private final Words words;
  private final InstantSource clock;
  private final CallsView.Actions actions;

  CallCell(Words words, InstantSource clock, CallsView.Actions actions) {
    this.words = words;
    this.clock = clock;
    this.actions = actions;
    setPrefWidth(0);
    setText(null);
  }

  /// The names of the columns.
  static HBox head(Words words) {
    HBox head =
        new HBox(
            12,
            grow(Nodes.label(words.get("calls.column.applicant"))),
            fixed(Nodes.label(words.get("calls.column.when")), WHEN),
            fixed(Nodes.label(words.get("calls.column.length")), LENGTH),
            fixed(Nodes.label(words.get("calls.column.outcome")), OUTCOME),
            fixed(Nodes.label(words.get("calls.column.who")), WHO),
            fixed(new Label(), ACTION));
    head.getStyleClass().add("call-row-head");
    return head;
  }

  @Override
  protected void updateItem(@Nullable CallSnapshot call, boolean empty) {
    super.updateItem(call, empty);
    setGraphic(empty || call == null ? null : row(call));
  }

  private HBox row(CallSnapshot call) {
    Button name =
        Nodes.button(
            "", call.applicantName(), () -> actions.open().accept(call.roomId()), "link-button");
    name.setMinWidth(0);
    StackPane person = new StackPane(name);
    person.setAlignment(Pos.CENTER_LEFT);
    person.setMinWidth(0);
    HBox.setHgrow(person, Priority.ALWAYS);
    String length =
        call.duration() > 0 ? Formats.length(Duration.ofSeconds(call.duration())) : NOTHING;
    StackPane outcome =
        box(Nodes.chip(words.get(Outcomes.word(call)), Outcomes.tone(call)), OUTCOME);
    HBox row =
        new HBox(
            12,
            person,
            fixed(Nodes.label(words.formats().dayAndTime(call.createdAt(), clock.instant())), WHEN),
            fixed(Nodes.label(length, "tabular"), LENGTH),
            outcome,
            fixed(Nodes.label(call.callerName()), WHO),
            action(call));
    row.getStyleClass().add("call-row");
    return row;
  }

  private StackPane action(CallSnapshot call) {
    HBox acts = new HBox(6);
    acts.setAlignment(Pos.CENTER_RIGHT);
    if (Outcomes.invitesCallBack(call)) {
      acts.getChildren()
          .add(
              Nodes.button(
                  "",
                  words.get("call.callBack"),
                  () -> actions.callBack().accept(call.roomId()),
                  "link-button"));
    }
    acts.getChildren()
        .add(
            Nodes.iconButton(
                Ids.CALLS_DETAILS + call.callId(),
                Feather.INFO,
                words.get("details.title"),
                () -> actions.details().accept(call)));
    return box(acts, ACTION);
  }

  private static Label grow(Label label) {
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  private static Label fixed(Label label, double width) {
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
    return label;
  }

  private static StackPane box(Node content, double width) {
    StackPane box = new StackPane(content);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(width);
    box.setMaxWidth(width);
    return box;
  }
}
