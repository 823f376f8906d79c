package dev.optima.console.today;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.message.Meeting;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// An interview that should have begun: ring now, wait, move, or say who did not come.
final class QuestionCard extends VBox {
  QuestionCard(Words words, Meeting meeting, TodayViewModel model, TodayView.Actions actions) {
    super(10);
    setId(Ids.TODAY_QUESTION + meeting.meetingId());
    getStyleClass().addAll("card", "question-card");
    Button ring =
        Nodes.button(
            Ids.TODAY_RING,
            words.get("today.ring"),
            () -> actions.call().accept(meeting.roomId()),
            "success");
    ring.setGraphic(Nodes.icon(Feather.PHONE_CALL));
    long minutes = TodayViewModel.WAIT.toMinutes();
    Button rest =
        Nodes.button(
            Ids.TODAY_WAIT, words.get("today.wait", minutes), () -> model.waitFor(meeting));
    Button move =
        Nodes.button(
            Ids.TODAY_MOVE,
            words.get("today.move"),
            () -> actions.doors().move().accept(meeting.meetingId(), null));
    AbsentMenu absent =
        new AbsentMenu(words, meeting.applicantName(), who -> actions.acts().noShow(meeting, who));
    String at = words.formats().time(meeting.scheduledTime());
    getChildren()
        .addAll(
            Nodes.wrapped(words.get("today.question", meeting.applicantName(), at), "heading"),
            Nodes.wrapped(words.get("today.question.text", meeting.title()), "muted"),
            new FlowPane(8, 8, ring, rest, move, absent));
  }
}
