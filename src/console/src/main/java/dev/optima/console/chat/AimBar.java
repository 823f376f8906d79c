package dev.optima.console.chat;

import dev.optima.console.chat.ComposerViewModel.Aim;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.message.ChatEntry;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says over the input that one answers or changes a message, and which.
final class AimBar extends HBox {
  private final Words words;
  private final FontIcon icon = Nodes.icon(Feather.CORNER_UP_LEFT);
  private final Label title = Nodes.label("", "name", "small");
  private final Label text = Nodes.label("", "small", "muted");

  AimBar(Words words, Runnable onLeave) {
    super(10);
    this.words = words;
    setId(Ids.AIM);
    getStyleClass().add("aim-bar");
    setAlignment(Pos.CENTER_LEFT);
    VBox what = new VBox(1, title, text);
    what.setMinWidth(0);
    getChildren()
        .addAll(
            icon,
            what,
            Nodes.spring(),
            Nodes.iconButton(Ids.AIM_LEAVE, Feather.X, words.get("chat.aim.leave"), onLeave));
  }

  void show(Aim aim, @Nullable ComposerViewModel composer) {
    switch (aim) {
      case Aim.New _ -> Nodes.present(this, false);
      case Aim.Reply(ChatEntry to) -> {
        boolean mine = composer != null && composer.isEditable(to);
        String who = mine ? words.get("chat.you") : to.senderName();
        tell(Feather.CORNER_UP_LEFT, words.get("chat.aim.reply", who), to);
      }
      case Aim.Edit(ChatEntry entry) -> tell(Feather.EDIT_2, words.get("chat.aim.edit"), entry);
    }
  }

  private void tell(Feather which, String what, ChatEntry entry) {
    icon.setIconCode(which);
    title.setText(what);
    text.setText(QuoteBox.text(words, entry));
    Nodes.present(this, true);
  }
}
