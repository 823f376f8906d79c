package dev.optima.console.schedule;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.MailFrame;
import dev.optima.console.look.Nodes;
import dev.optima.console.schedule.MeetingMailViewModel.Step;
import dev.optima.protocol.rest.MailPreview;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Shows the invitation as it would be mailed.
final class MeetingMailView extends VBox implements AutoCloseable {
  private static final double WIDTH = 640;
  private static final double LABELS = 70;

  private final Words words;
  private final VBox content = new VBox(10);
  private final Button back;
  private final Subscriptions subscriptions = new Subscriptions();

  MeetingMailView(Words words, MeetingMailViewModel model, Runnable onBack) {
    super(14);
    this.words = words;
    setId(Ids.DIALOG);
    setPrefWidth(WIDTH);
    back = Nodes.button(Ids.DIALOG_CANCEL, words.get("plan.mail.back"), onBack, "accent");
    getChildren()
        .addAll(
            Nodes.wrapped(words.get("plan.mail.title"), "heading"),
            content,
            new HBox(Nodes.spring(), back));
    subscriptions.follow(model.step(), this::show);
  }

  private void show(Step step) {
    switch (step) {
      case Step.Loading _ ->
          content.getChildren().setAll(Nodes.label(words.get("common.loading"), "muted"));
      case Step.Ready(MailPreview mail) -> show(mail);
      case Step.Refused(var why) -> {
        Label label = Nodes.wrapped(words.get(why), "problem");
        label.setId(Ids.PLAN_MAIL_PROBLEM);
        content.getChildren().setAll(label);
      }
    }
  }

  private void show(MailPreview mail) {
    MailFrame frame = new MailFrame(mail.html());
    frame.setId(Ids.PLAN_MAIL);
    content
        .getChildren()
        .setAll(
            line("invitation.mail.to", mail.to()),
            line("invitation.mail.subject", mail.subject()),
            frame,
            Nodes.wrapped(words.get("plan.mail.note"), "small", "muted"));
  }

  private Node line(String key, String value) {
    Label label = Nodes.label(words.get(key), "muted");
    label.setMinWidth(LABELS);
    return new HBox(8, label, Nodes.wrapped(value));
  }

  void focusFirst() {
    back.requestFocus();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
