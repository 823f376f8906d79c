package dev.optima.console.today;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Outcomes;
import dev.optima.protocol.message.CallSnapshot;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A ring of one's own that nobody answered, and the way to try again.
final class MissedLine extends HBox {
  MissedLine(Words words, CallSnapshot call, Instant now, TodayView.Actions actions) {
    super(10);
    getStyleClass().add("meeting-line");
    setAlignment(Pos.CENTER_LEFT);
    Button name =
        Nodes.button(
            "", call.applicantName(), () -> actions.open().accept(call.roomId()), "name-link");
    name.setMinWidth(0);
    String when = words.formats().dayAndTime(call.createdAt(), now);
    VBox who =
        new VBox(
            1, name, Nodes.label(words.get(Outcomes.event(call)) + " · " + when, "small", "muted"));
    who.setMinWidth(0);
    HBox.setHgrow(who, Priority.ALWAYS);
    getChildren()
        .addAll(
            new Avatar(words, call.applicantName(), 32),
            who,
            Nodes.button(
                Ids.TODAY_CALL_BACK + call.callId(),
                words.get("call.callBack"),
                () -> actions.call().accept(call.roomId())));
  }
}
