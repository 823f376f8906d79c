package dev.optima.console.shell;

import dev.optima.console.call.CallPhase;
import dev.optima.console.call.CallViewModel;
import dev.optima.console.call.InvitationsView;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.today.KnocksView;
import dev.optima.protocol.message.CallSnapshot;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The slim lines above a page: no connection, a call that goes on, a call one may return to.
final class BarsView extends VBox implements AutoCloseable {
  private final Words words;
  private final Desk desk;
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param callHidden whether a live call is not before one's eyes
  BarsView(Words words, Desk desk, ObservableValue<Boolean> callHidden, Runnable backToCall) {
    this.words = words;
    this.desk = desk;
    getChildren()
        .addAll(
            offline(),
            knocks(),
            invitations(),
            inCall(callHidden, backToCall),
            returnable(backToCall));
  }

  private Node knocks() {
    KnocksView knocks = new Knocks(words, desk).view();
    subscriptions.add(knocks::close);
    return knocks;
  }

  private Node invitations() {
    InvitationsView invitations = new InvitationsView(words, desk.calling().interviewing());
    subscriptions.add(invitations::close);
    return invitations;
  }

  private Node offline() {
    Label text = Nodes.label("");
    text.setId(Ids.OFFLINE_TEXT);
    Button retry =
        Nodes.button(
            Ids.OFFLINE_RETRY,
            words.get("connection.retry"),
            desk.connection()::retryNow,
            "link-button");
    HBox bar = new HBox(10, Nodes.icon(Feather.WIFI_OFF), text, retry);
    bar.setId(Ids.OFFLINE_BAR);
    bar.getStyleClass().addAll("bar", "bar-offline");
    subscriptions.follow(
        desk.connection().banner(),
        message -> {
          Nodes.present(bar, message != null);
          text.setText(message == null ? "" : words.get(message));
        });
    subscriptions.follow(desk.connection().mayRetry(), retry::setVisible);
    return bar;
  }

  private Node inCall(ObservableValue<Boolean> callHidden, Runnable backToCall) {
    CallViewModel calls = desk.calls();
    Label text = Nodes.label("");
    Button back = Nodes.button(Ids.IN_CALL_RETURN, words.get("inCall.return"), backToCall, "small");
    HBox bar = new HBox(10, Nodes.icon(Feather.VIDEO), text, Nodes.spring(), back);
    bar.setId(Ids.IN_CALL_BAR);
    bar.getStyleClass().addAll("bar", "bar-call");
    subscriptions.follow(callHidden, hidden -> Nodes.present(bar, hidden));
    subscriptions.update(
        () -> {
          if (calls.phase().get() instanceof CallPhase.Live(CallSnapshot call)) {
            String length = Formats.length(calls.length().get());
            boolean looksWell = calls.stage().problem().get() == null;
            text.setText(
                words.get(
                    looksWell ? "inCall.with" : "inCall.problem", call.applicantName(), length));
          }
        },
        calls.phase(),
        calls.length(),
        calls.stage().problem());
    return bar;
  }

  private Node returnable(Runnable backToCall) {
    CallViewModel calls = desk.calls();
    Label text = Nodes.label("");
    Button back =
        Nodes.button(
            Ids.RETURN_TO_CALL,
            words.get("returnable.return"),
            () -> {
              CallSnapshot call = calls.returnable().get();
              if (call != null) {
                calls.rejoin(call);
                backToCall.run();
              }
            },
            "accent",
            "small");
    Button no =
        Nodes.button(
            Ids.RETURN_DISMISS,
            words.get("returnable.dismiss"),
            calls::declineReturn,
            "flat",
            "small");
    HBox bar = new HBox(10, Nodes.icon(Feather.PHONE_FORWARDED), text, Nodes.spring(), no, back);
    bar.setId(Ids.RETURN_BAR);
    bar.getStyleClass().addAll("bar", "bar-return");
    subscriptions.follow(
        calls.returnable(),
        call -> {
          Nodes.present(bar, call != null);
          text.setText(call == null ? "" : words.get("returnable.text", call.applicantName()));
        });
    return bar;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
