package dev.optima.console.chat;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// How one's own message looks while it is on its way, or was refused.
final class SendingRow {
  private final RowKit kit;
  private final Words words;

  SendingRow(RowKit kit) {
    this.kit = kit;
    this.words = kit.words();
  }

  Node draw(ThreadItem.Sending sending) {
    Unsent unsent = sending.unsent();
    boolean note = unsent.room().isTeamOnly();
    VBox bubble = kit.bubble();
    bubble.getStyleClass().add(note ? "bubble-note" : "bubble-mine");
    if (note) {
      Label label = Nodes.label(words.get("chat.note.label"), "note-label");
      label.setGraphic(Nodes.icon(Feather.LOCK));
      bubble.getChildren().add(label);
    }
    if (sending.quote() != null) {
      bubble.getChildren().add(new QuoteBox(kit, sending.quote(), unsent.room()));
    }
    if (!unsent.body().isEmpty()) {
      bubble.getChildren().add(RichText.of(unsent.body(), kit.doors().open()));
    }
    unsent.files().forEach(file -> bubble.getChildren().add(new FileCard(kit, file)));
    bubble.getChildren().add(state(sending, bubble));
    return kit.row(true, true, bubble);
  }

  private Node state(ThreadItem.Sending sending, VBox bubble) {
    if (sending.problem() == null) {
      return Nodes.label(
          words.get(sending.waiting() ? "chat.waiting" : "chat.sending"), "faint", "smaller");
    }
    bubble.getStyleClass().add("bubble-refused");
    String key = sending.key();
    return new VBox(
        4,
        Nodes.wrapped(words.get(sending.problem()), "problem", "small"),
        new FlowPane(
            8,
            2,
            RowKit.link(words.get("chat.retry"), () -> kit.thread().own().retry(key)),
            RowKit.link(words.get("chat.takeBack"), () -> kit.thread().own().takeBack(key)),
            RowKit.link(words.get("chat.discard"), () -> kit.thread().own().discard(key))));
  }
}
