package dev.optima.console.chat;

import dev.optima.console.chat.ThreadItem.Delivery;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Outcomes;
import dev.optima.protocol.message.ChatEntry;
import java.time.InstantSource;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One row of a thread as it looks.
final class ThreadCell extends ListCell<ThreadItem> {
  private static final double AVATAR = 32;
  private static final double WIDEST = 0.78;

  private final Words words;
  private final InstantSource clock;
  private final Actions actions;
  private final ListView<ThreadItem> list;
  private final boolean narrow;

  /// What a row can ask for.
  interface Actions {
    void callBack();

    void retry(String key);

    void takeBack(String key);
  }

  /// @param narrow whether the thread stands in the side of a call, where faces have no room and
  ///   nobody calls back
  ThreadCell(
      Words words,
      InstantSource clock,
      Actions actions,
      ListView<ThreadItem> list,
      boolean narrow) {
    this.words = words;
    this.clock = clock;
    this.actions = actions;
    this.list = list;
    this.narrow = narrow;
    setPrefWidth(0);
    setText(null);
  }

  @Override
  protected void updateItem(@Nullable ThreadItem item, boolean empty) {
    super.updateItem(item, empty);
    setGraphic(empty || item == null ? null : draw(item));
  }

  private Node draw(ThreadItem item) {
    return switch (item) {
      case ThreadItem.Day day ->
          centered(pill(Nodes.label(words.formats().day(day.at(), clock.instant()))));
      case ThreadItem.Said said -> said(said);
      case ThreadItem.Called called -> called(called);
      case ThreadItem.Sending sending -> sending(sending);
    };
  }

  private Node said(ThreadItem.Said said) {
    ChatEntry entry = said.entry();
    VBox bubble = bubble(text(entry), foot(said));
    if (said.mine()) {
      bubble.getStyleClass().add("bubble-mine");
      return row(true, said.first(), bubble);
    }
    if (!said.first()) {
      HBox row = row(false, false, bubble);
      row.setPadding(new Insets(2, side(), 2, side() + (narrow ? 0 : AVATAR + 10)));
      return row;
    }
    if (narrow) {
      return row(false, true, bubble);
    }
    HBox row = row(false, true, bubble);
    row.getChildren().addFirst(new Avatar(words, entry.senderName(), AVATAR));
    return row;
  }

  private Node text(ChatEntry entry) {
    if (entry.deletedAt() != null) {
      return Nodes.label(words.get("chat.deleted"), "deleted");
    }
    return Nodes.wrapped(entry.body(), "bubble-text");
  }

  private Node foot(ThreadItem.Said said) {
    String time = words.formats().time(said.entry().sentAt());
    String edited = said.entry().editedAt() == null ? "" : " · " + words.get("chat.edited");
    Label label = Nodes.label(time + edited + delivery(said.delivery()), "faint", "smaller");
    HBox foot = new HBox(label);
    foot.setAlignment(said.mine() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    return foot;
  }

  private String delivery(Delivery delivery) {
    return switch (delivery) {
      case NONE -> "";
      case SENT -> "  ✓ " + words.get("chat.sent");
      case DELIVERED -> "  ✓✓ " + words.get("chat.delivered");
      case READ -> "  ✓✓ " + words.get("chat.read");
    };
  }

  private Node sending(ThreadItem.Sending sending) {
    VBox bubble = bubble(Nodes.wrapped(sending.body(), "bubble-text"));
    bubble.getStyleClass().add("bubble-mine");
    if (sending.problem() == null) {
      bubble.getChildren().add(Nodes.label(words.get("chat.sending"), "faint", "smaller"));
    } else {
      bubble.getStyleClass().add("bubble-refused");
      Button again = link(words.get("chat.retry"), () -> actions.retry(sending.key()));
      Button back = link(words.get("chat.takeBack"), () -> actions.takeBack(sending.key()));
      bubble
          .getChildren()
          .addAll(
              Nodes.wrapped(words.get(sending.problem()), "problem", "small"),
              new HBox(8, again, back));
    }
    return row(true, true, bubble);
  }

  private Node called(ThreadItem.Called called) {
    StringBuilder text = new StringBuilder(words.get(Outcomes.event(called.call())));
    text.append(" · ").append(words.formats().time(called.call().createdAt()));
    String detail = words.get(Outcomes.detail(called.call()));
    if (!detail.isEmpty()) {
      text.append(" · ").append(detail);
    }
    Label label = Nodes.wrapped(text.toString());
    HBox pill = pill(Nodes.icon(Feather.PHONE), label);
    if (!narrow && Outcomes.invitesCallBack(called.call())) {
      pill.getChildren().add(link(words.get("call.callBack"), actions::callBack));
    }
    return centered(pill);
  }

  private static Button link(String text, Runnable action) {
    return Nodes.button("", text, action, "link-button");
  }

  private static HBox pill(Node... content) {
    HBox pill = new HBox(8, content);
    pill.getStyleClass().add("system-pill");
    pill.setMaxWidth(Region.USE_PREF_SIZE);
    return pill;
  }

  private Node centered(HBox pill) {
    HBox row = new HBox(pill);
    row.setAlignment(Pos.CENTER);
    row.setPadding(new Insets(5, side(), 5, side()));
    return row;
  }

  private VBox bubble(Node... content) {
    VBox bubble = new VBox(3, content);
    bubble.getStyleClass().add("bubble");
    bubble.maxWidthProperty().bind(list.widthProperty().multiply(WIDEST).subtract(side() * 2));
    return bubble;
  }

  private HBox row(boolean mine, boolean first, Node... content) {
    HBox row = new HBox(10, content);
    row.setAlignment(mine ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    row.setPadding(new Insets(first ? 6 : 2, side(), first ? 4 : 2, side()));
    return row;
  }

  private double side() {
    return narrow ? 14 : 22;
  }
}
