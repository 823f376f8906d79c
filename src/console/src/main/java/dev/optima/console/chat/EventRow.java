package dev.optima.console.chat;

import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Outcomes;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// How what happened looks, between what was said: days, calls, wishes to be called. Each with the
/// step that fits.
final class EventRow {
  private final RowKit kit;
  private final Words words;

  EventRow(RowKit kit) {
    this.kit = kit;
    this.words = kit.words();
  }

  Node day(ThreadItem.Day day) {
    Formats formats = words.formats();
    return kit.centered(RowKit.pill(Nodes.label(formats.day(day.at(), kit.clock().instant()))));
  }

  Node unread() {
    Region left = new Region();
    Region right = new Region();
    left.getStyleClass().add("unread-rule");
    right.getStyleClass().add("unread-rule");
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox line = kit.centered(left);
    line.setSpacing(10);
    line.getChildren().addAll(Nodes.label(words.get("chat.unread"), "unread-label"), right);
    return line;
  }

  Node called(ThreadItem.Called called) {
    return called.entry().kind() == ChatEntry.Kind.CALL_STARTED ? started(called) : ended(called);
  }

  private Node started(ThreadItem.Called called) {
    CallSnapshot call = called.call();
    String time = words.formats().time(called.entry().sentAt());
    String text =
        called.mine()
            ? words.get("event.started", time)
            : words.get("event.started.by", call.callerName(), time);
    HBox pill = RowKit.pill(Nodes.icon(Feather.VIDEO), Nodes.wrapped(text));
    if (called.live()) {
      pill.getStyleClass().add("pill-live");
      if (called.mine() && !kit.narrow()) {
        pill.getChildren()
            .add(RowKit.link(words.get("event.return"), () -> kit.doors().back().accept(call)));
      }
    }
    return kit.centered(pill);
  }

  private Node ended(ThreadItem.Called called) {
    CallSnapshot call = called.call();
    StringBuilder text = new StringBuilder(words.get(Outcomes.event(call)));
    text.append(" · ").append(words.formats().time(call.createdAt()));
    String detail = words.get(Outcomes.detail(call));
    if (!detail.isEmpty()) {
      text.append(" · ").append(detail);
    }
    HBox pill = RowKit.pill(Nodes.icon(icon(call)), Nodes.wrapped(text.toString()));
    if (!kit.narrow() && Outcomes.invitesCallBack(call)) {
      pill.getChildren().add(RowKit.link(words.get(next(call)), kit.doors().call()));
    }
    if (!kit.narrow() && call.startedAt() != null) {
      pill.getChildren()
          .add(RowKit.link(words.get("event.details"), () -> kit.doors().details().accept(call)));
    }
    return kit.centered(pill);
  }

  private static Feather icon(CallSnapshot call) {
    CallOutcome outcome = call.outcome();
    if (outcome == CallOutcome.NO_ANSWER || outcome == CallOutcome.OFFLINE) {
      return Feather.PHONE_MISSED;
    }
    return outcome == CallOutcome.COMPLETED ? Feather.PHONE : Feather.PHONE_OFF;
  }

  /// Who did not get through, or was turned down, tries again; a call that broke off is taken up.
  private static String next(CallSnapshot call) {
    CallOutcome outcome = call.outcome();
    return outcome == CallOutcome.REJECTED || outcome == CallOutcome.CANCELLED
        ? "event.callAgain"
        : "call.callBack";
  }

  Node callMe(ThreadItem.CallMe asked) {
    ChatEntry entry = asked.entry();
    String text =
        words.get("event.callMe", entry.senderName(), words.formats().time(entry.sentAt()));
    HBox pill = RowKit.pill(Nodes.icon(Feather.PHONE_INCOMING), Nodes.wrapped(text));
    pill.getStyleClass().add("pill-ask");
    if (!kit.narrow()) {
      pill.getChildren().add(RowKit.link(words.get("call.videoCall"), kit.doors().call()));
    }
    return kit.centered(pill);
  }
}
