package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.message.ServerMessage.VideoCallInvitation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Which colleagues ask one into their calls, a line each, above whatever page is shown.
public final class InvitationsView extends VBox implements AutoCloseable {
  private final Words words;
  private final Interviewing model;
  private final Subscriptions subscriptions = new Subscriptions();

  public InvitationsView(Words words, Interviewing model) {
    this.words = words;
    this.model = model;
    subscriptions.list(
        model.invitations(),
        () -> Nodes.refill(this, model.invitations().stream().map(this::line).toList()));
  }

  private Node line(VideoCallInvitation asked) {
    Label text = Nodes.label(words.get("interview.asks", asked.by(), asked.call().applicantName()));
    text.setMinWidth(0);
    text.setTooltip(new Tooltip(text.getText()));
    Button no =
        Nodes.button(
            Ids.INVITATION_DECLINE + asked.callId(),
            words.get("returnable.dismiss"),
            () -> model.decline(asked),
            "flat",
            "small");
    Button join =
        Nodes.button(
            Ids.INVITATION_JOIN + asked.callId(),
            words.get("interview.join"),
            () -> model.join(asked.call()),
            "accent",
            "small");
    HBox bar = new HBox(10, Nodes.icon(Feather.USER_PLUS), text, Nodes.spring(), no, join);
    bar.setId(Ids.INVITATION_BAR + asked.callId());
    bar.getStyleClass().addAll("bar", "bar-return");
    return bar;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
