package dev.optima.console.settings;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.MailKind;
import dev.optima.protocol.rest.OutboxMails.Mail;
import java.time.Instant;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A mail of the outbox, and what can be done with it.
final class OutboxRow extends HBox {

  OutboxRow(Words words, Instant now, Mail mail, MailSettingsViewModel model) {
    super(10);
    getStyleClass().add("outbox-row");
    setAlignment(Pos.CENTER_LEFT);
    VBox text =
        new VBox(
            1,
            Nodes.label(mail.to(), "name"),
            Nodes.wrapped(
                words.get(kind(mail.kind()))
                    + " · "
                    + mail.subject()
                    + " · "
                    + state(words, now, mail),
                "small",
                "muted"));
    if (mail.problem() != null) {
      String why = words.get(MailProblems.of(mail.problem()));
      String said = mail.detail() == null ? "" : " " + words.get("mail.detail", mail.detail());
      text.getChildren().add(Nodes.wrapped(why + said, "small", "problem"));
    }
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMinWidth(0);
    getChildren().add(text);
    switch (mail.state()) {
      case DEAD -> {
        getChildren()
            .add(
                Nodes.button(
                    Ids.MAIL_RETRY, words.get("mail.retry"), () -> model.retry(mail), "small"));
        getChildren().add(delete(words, mail, model));
      }
      case QUEUED -> getChildren().add(delete(words, mail, model));
      case SENT -> {}
    }
  }

  private static javafx.scene.control.Button delete(
      Words words, Mail mail, MailSettingsViewModel model) {
    return Nodes.button(
        Ids.MAIL_DELETE, words.get("mail.delete"), () -> model.delete(mail), "small");
  }

  private static String kind(MailKind kind) {
    return switch (kind) {
      case INVITATION -> "mail.kind.invitation";
      case MISSED_CALL -> "mail.kind.missedCall";
      case MEETING -> "mail.kind.meeting";
      case MEETING_CANCELLED -> "mail.kind.meetingCancelled";
      case MEETING_REMINDER -> "mail.kind.meetingReminder";
      case BOOKING -> "mail.kind.booking";
      case TEST -> "mail.kind.test";
    };
  }

  private static String state(Words words, Instant now, Mail mail) {
    return switch (mail.state()) {
      case DEAD -> words.get("mail.line.dead", mail.attempts());
      case QUEUED ->
          words.get(
              "mail.line.queued",
              mail.attempts() + 1,
              words
                  .formats()
                  .dayAndTime(Objects.requireNonNullElse(mail.nextAttemptAt(), now), now));
      case SENT ->
          words.get(
              "mail.line.sent",
              words
                  .formats()
                  .dayAndTime(Objects.requireNonNullElse(mail.sentAt(), mail.createdAt()), now));
    };
  }
}
