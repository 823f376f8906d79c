package dev.optima.console.chat;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The message that another one answers; a press goes there.
final class QuoteBox extends Button {
  QuoteBox(RowKit kit, ThreadItem.Quote quote, RoomId room) {
    getStyleClass().add("quote");
    Words words = kit.words();
    ChatEntry entry = quote.entry();
    String who = name(kit, entry);
    String text = text(words, entry);
    Label name = Nodes.label(who, "name", "small");
    Label body = Nodes.label(text, "small", "muted");
    body.setTextOverrun(OverrunStyle.ELLIPSIS);
    VBox box = new VBox(1, name, body);
    box.setMinWidth(0);
    setGraphic(box);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(0);
    setPrefWidth(220);
    setAccessibleText(words.get("chat.quote", who, text));
    setOnAction(_ -> kit.thread().jumpTo(room, quote.id()));
  }

  private static String name(RowKit kit, @Nullable ChatEntry entry) {
    if (entry == null) {
      return kit.words().get("chat.quote.earlier");
    }
    boolean mine = entry.senderId().equals(kit.thread().me());
    return mine || entry.senderName().isEmpty() ? kit.words().get("chat.you") : entry.senderName();
  }

  /// What stands for a message in one line.
  static String text(Words words, @Nullable ChatEntry entry) {
    if (entry == null) {
      return words.get("chat.quote.elsewhere");
    }
    if (entry.deletedAt() != null) {
      return words.get("chat.deleted");
    }
    if (entry.body().isEmpty() && entry.attachments() != null && !entry.attachments().isEmpty()) {
      return entry.attachments().getFirst().name();
    }
    return entry.body().lines().findFirst().orElse("");
  }
}
