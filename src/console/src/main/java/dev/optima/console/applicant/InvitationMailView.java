package dev.optima.console.applicant;

import dev.optima.console.applicant.InvitationMailViewModel.Step;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.MailFrame;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.MailPreview;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// An invitation as it would be sent, and the button that sends it.
public final class InvitationMailView extends VBox implements AutoCloseable {
  private static final double WIDTH = 640;
  private static final double LABELS = 70;

  private final Words words;
  private final VBox content = new VBox(10);
  private final Button send;
  private final Button back;
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param onBack back to the link, or away
  public InvitationMailView(
      Words words, InvitationMailViewModel model, String name, Runnable onBack) {
    super(14);
    this.words = words;
    setId(Ids.DIALOG);
    setPrefWidth(WIDTH);
    send = Nodes.button(Ids.INVITE_SEND, words.get("invitation.mail.send"), model::send, "accent");
    back = Nodes.button(Ids.DIALOG_CANCEL, words.get("invitation.mail.back"), onBack);
    getChildren()
        .addAll(
            Nodes.wrapped(words.get("invitation.mail.title", name), "heading"),
            content,
            new HBox(8, Nodes.spring(), back, send));
    subscriptions.follow(model.step(), this::show);
  }

  private void show(Step step) {
    send.setDisable(!(step instanceof Step.Ready));
    switch (step) {
      case Step.Loading _ ->
          content.getChildren().setAll(Nodes.label(words.get("common.loading"), "muted"));
      case Step.Ready(MailPreview mail) -> show(mail);
      case Step.Sending _ -> send.setText(words.get("invitation.mail.sending"));
      case Step.Sent(String to) -> over(words.get("invitation.mail.sent", to), "muted");
      case Step.Refused(var why) -> over(words.get(why), "problem");
    }
  }

  private void show(MailPreview mail) {
    MailFrame frame = new MailFrame(mail.html());
    frame.setId(Ids.INVITE_PREVIEW);
    content
        .getChildren()
        .setAll(
            line("invitation.mail.to", mail.to()),
            line("invitation.mail.subject", mail.subject()),
            frame,
            Nodes.wrapped(words.get("invitation.mail.note"), "small", "muted"));
    send.requestFocus();
  }

  private void over(String text, String style) {
    Label label = Nodes.wrapped(text, style);
    label.setId(Ids.INVITE_MAIL_STATE);
    content.getChildren().setAll(label);
    Nodes.present(send, false);
    back.setText(words.get("common.close"));
    back.requestFocus();
  }

  private Node line(String key, String value) {
    Label label = Nodes.label(words.get(key), "muted");
    label.setMinWidth(LABELS);
    return new HBox(8, label, Nodes.wrapped(value));
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
