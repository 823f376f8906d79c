package dev.optima.console.applicant;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.Invitation;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The link that lets an applicant in, to be copied and sent by whatever way suits.
public final class InvitationView extends VBox implements AutoCloseable {
  private final Words words;
  private final NewApplicantViewModel model;
  private final TextField link = new TextField();
  private final Label expires = Nodes.wrapped("", "small", "muted");
  private final Label problem = Nodes.wrapped("", "problem", "small");
  private final Button copy;
  private final Subscriptions subscriptions = new Subscriptions();

  public InvitationView(
      Words words,
      NewApplicantViewModel model,
      String applicantName,
      Runnable onDone,
      Consumer<Applicant> onMail) {
    super(12);
    this.words = words;
    this.model = model;
    setId(Ids.DIALOG);
    setPrefWidth(520);
    link.setId(Ids.INVITE_LINK);
    link.setEditable(false);
    HBox.setHgrow(link, Priority.ALWAYS);
    copy = Nodes.button(Ids.INVITE_COPY, words.get("invitation.copy"), this::copy, "accent");
    copy.setGraphic(Nodes.icon(Feather.COPY));
    expires.setId(Ids.INVITE_EXPIRES);
    problem.setId(Ids.NEW_PROBLEM);
    Button done = Nodes.button(Ids.DIALOG_OK, words.get("common.done"), onDone);
    Button mail =
        Nodes.button(
            Ids.INVITE_MAIL,
            words.get("invitation.byMail"),
            () -> {
              Applicant applicant = model.created().get();
              if (applicant != null) {
                onMail.accept(applicant);
              }
            });
    mail.setGraphic(Nodes.icon(Feather.MAIL));
    HBox buttons = new HBox(8, mail, Nodes.spring(), done);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren()
        .addAll(
            Nodes.wrapped(words.get("invitation.title", applicantName), "heading"),
            Nodes.wrapped(words.get("invitation.text"), "muted"),
            new HBox(8, link, copy),
            expires,
            problem,
            buttons);
    subscriptions.follow(model.invitation(), this::show);
    subscriptions.follow(
        model.problem(),
        wrong -> {
          Nodes.present(problem, wrong != null);
          problem.setText(wrong == null ? "" : words.get(wrong.text()));
        });
  }

  private void show(@Nullable Invitation invitation) {
    copy.setDisable(invitation == null);
    link.setText(invitation == null ? words.get("common.loading") : invitation.url());
    expires.setText(
        invitation == null
            ? ""
            : words.get("invitation.expires", words.formats().dateAndTime(invitation.expiresAt())));
  }

  private void copy() {
    Invitation invitation = model.invitation().get();
    if (invitation != null) {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, invitation.url()));
      copy.setText(words.get("invitation.copied"));
      copy.setGraphic(Nodes.icon(Feather.CHECK));
    }
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
