package dev.optima.console.chat;

import dev.optima.console.i18n.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// One row of a thread as it looks.
final class ThreadCell extends ListCell<ThreadItem> {
  private final RowKit kit;
  private @Nullable ThreadItem drawn;

  ThreadCell(RowKit kit) {
    this.kit = kit;
    setPrefWidth(0);
    setText(null);
    setOnContextMenuRequested(
        event -> {
          menu()
              .ifPresent(
                  menu -> menu.menu(this).show(this, event.getScreenX(), event.getScreenY()));
          event.consume();
        });
  }

  @Override
  protected void updateItem(@Nullable ThreadItem item, boolean empty) {
    super.updateItem(item, empty);
    ThreadItem next = empty ? null : item;
    if (next == drawn) {
      return;
    }
    drawn = next;
    setGraphic(next == null ? null : draw(next));
    setAccessibleText(next == null ? null : spoken(next));
  }

  /// Opens the menu of the row, by key.
  void offer() {
    menu().ifPresent(menu -> menu.showAt(this));
  }

  private Optional<MessageMenu> menu() {
    return getItem() instanceof ThreadItem.Said said && said.entry().deletedAt() == null
        ? Optional.of(new MessageMenu(kit, said))
        : Optional.empty();
  }

  private Node draw(ThreadItem item) {
    return switch (item) {
      case ThreadItem.Day day -> new EventRow(kit).day(day);
      case ThreadItem.Unread _ -> new EventRow(kit).unread();
      case ThreadItem.Said said -> new SaidRow(kit, said).draw();
      case ThreadItem.Called called -> new EventRow(kit).called(called);
      case ThreadItem.CallMe asked -> new EventRow(kit).callMe(asked);
      case ThreadItem.Planned planned -> new MeetingRow(kit, planned).draw();
      case ThreadItem.Sending sending -> new SendingRow(kit).draw(sending);
    };
  }

  /// The row in words; null where its labels say all.
  private @Nullable String spoken(ThreadItem item) {
    if (!(item instanceof ThreadItem.Said said)) {
      return null;
    }
    Words words = kit.words();
    String who = said.mine() ? words.get("chat.you") : said.entry().senderName();
    String what = QuoteBox.text(words, said.entry());
    String time = words.formats().time(said.entry().sentAt());
    return said.isNote()
        ? words.get("chat.spoken.note", who, time, what)
        : words.get("chat.spoken", who, time, what);
  }
}
