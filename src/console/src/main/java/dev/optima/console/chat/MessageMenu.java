package dev.optima.console.chat;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Overlay;
import dev.optima.protocol.message.ChatEntry;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with a message.
final class MessageMenu {
  private final RowKit kit;
  private final Words words;
  private final ThreadItem.Said said;
  private final ChatEntry entry;

  MessageMenu(RowKit kit, ThreadItem.Said said) {
    this.kit = kit;
    this.words = kit.words();
    this.said = said;
    this.entry = said.entry();
  }

  void showAt(Node node) {
    menu(node).show(node, Side.BOTTOM, 0, 0);
  }

  /// The menu, for the row `node`.
  ContextMenu menu(Node node) {
    ContextMenu menu = new ContextMenu();
    menu.getItems().add(item("chat.react", Feather.SMILE, () -> kit.pick().accept(node, said)));
    menu.getItems().add(item("chat.reply", Feather.CORNER_UP_LEFT, this::reply));
    if (!entry.body().isEmpty()) {
      menu.getItems().add(item("chat.copy", Feather.COPY, this::copy));
    }
    if (kit.thread().composer().isEditable(entry)) {
      menu.getItems()
          .add(item("chat.edit", Feather.EDIT_2, () -> kit.thread().composer().edit(entry)));
      menu.getItems().add(item("chat.delete", Feather.TRASH_2, this::delete));
    }
    return menu;
  }

  private MenuItem item(String key, Feather icon, Runnable action) {
    MenuItem item = new MenuItem(words.get(key), Nodes.icon(icon));
    item.setOnAction(_ -> action.run());
    return item;
  }

  void reply() {
    kit.thread().composer().reply(entry);
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(entry.body());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void delete() {
    kit.doors()
        .ask()
        .accept(
            new Overlay.Question(
                words.get("chat.delete.title"),
                words.get(said.isNote() ? "chat.delete.note" : "chat.delete.text"),
                words.get("chat.delete"),
                true),
            yes -> {
              if (yes) {
                kit.thread().own().delete(entry);
              }
            });
  }
}
