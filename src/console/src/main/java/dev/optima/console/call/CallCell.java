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
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A call of the history.
final class CallCell extends ListCell<CallSnapshot> {
  private static final Column PERSON = new Column(90, 180);
  private static final Column WHEN = new Column(110, 170);
  private static final Column LENGTH = new Column(52, 80);
  private static final Column OUTCOME = new Column(96, 140);
  private static final Column WHO = new Column(60, 150);
  private static final Column ACTION = new Column(130, 150);
  private static final String NOTHING = "—";

  private final Words words;
  private final InstantSource clock;
  private final CallsView.Actions actions;

  /// How wide a column is, and how far it gives way in a narrow window: the same in each row, so
  /// that they stay in line.
  private record Column(double least, double wanted) {
    <T extends Region> T of(T cell) {
      cell.setMinWidth(least);
      cell.setPrefWidth(wanted);
      cell.setMaxWidth(wanted);
      return cell;
    }

    /// Takes what is left over, too.
    <T extends Region> T rest(T cell) {
      of(cell).setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(cell, Priority.ALWAYS);
      return cell;
    }
  }

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
            PERSON.rest(Nodes.label(words.get("calls.column.applicant"))),
            WHEN.of(Nodes.label(words.get("calls.column.when"))),
            LENGTH.of(Nodes.label(words.get("calls.column.length"))),
            OUTCOME.of(Nodes.label(words.get("calls.column.outcome"))),
            WHO.of(Nodes.label(words.get("calls.column.who"))),
            ACTION.of(new Label()));
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
    StackPane person = PERSON.rest(box(name));
    String length =
        call.duration() > 0 ? Formats.length(Duration.ofSeconds(call.duration())) : NOTHING;
    Label outcome = Nodes.chip(words.get(Outcomes.word(call)), Outcomes.tone(call));
    outcome.setMinWidth(0);
    HBox row =
        new HBox(
            12,
            person,
            WHEN.of(Nodes.label(words.formats().dayAndTime(call.createdAt(), clock.instant()))),
            LENGTH.of(Nodes.label(length, "tabular")),
            OUTCOME.of(box(outcome)),
            WHO.of(Nodes.label(call.callerName())),
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
    return ACTION.of(box(acts));
  }

  private static StackPane box(Node content) {
    StackPane box = new StackPane(content);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
