package dev.optima.console.schedule;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.MeetingTimes;
import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks whether a meeting is really to be called off, why, and whether to tell the applicant.
final class CancelView extends VBox implements AutoCloseable {
  private static final double WIDTH = 440;

  private final Button yes;
  private final Subscriptions subscriptions = new Subscriptions();

  CancelView(Words words, CancelViewModel model, Instant now, Runnable onBack) {
    super(12);
    setId(Ids.DIALOG);
    setPrefWidth(WIDTH);
    TextField reason = new TextField();
    reason.setId(Ids.CANCEL_REASON);
    reason.setPromptText(words.get("schedule.callOff.reason"));
    reason.textProperty().bindBidirectional(model.reason());
    CheckBox tell = new CheckBox(words.get("schedule.callOff.tell"));
    tell.setId(Ids.CANCEL_TELL);
    tell.selectedProperty().bindBidirectional(model.tell());
    Label problem = Nodes.wrapped("", "problem", "small");
    problem.setId(Ids.CANCEL_PROBLEM);
    subscriptions.follow(
        model.problem(),
        why -> {
          Nodes.present(problem, why != null);
          problem.setText(why == null ? "" : words.get(why));
        });
    yes = Nodes.button(Ids.DIALOG_OK, words.get("schedule.callOff"), model::cancel, "danger");
    subscriptions.follow(model.busy(), yes::setDisable);
    Button back = Nodes.button(Ids.DIALOG_CANCEL, words.get("schedule.callOff.keep"), onBack);
    getChildren()
        .addAll(
            Nodes.wrapped(
                words.get("schedule.callOff.title", model.meeting().applicantName()), "heading"),
            Nodes.wrapped(MeetingTimes.whole(words, model.meeting(), now), "muted"),
            reason,
            tell,
            problem,
            new HBox(8, Nodes.spring(), back, yes));
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
