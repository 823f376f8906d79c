package dev.optima.console.chat;

import dev.optima.console.chat.ThreadItem.Delivery;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.ChatEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// How something that was said looks.
final class SaidRow {
  private static final double REACTION = 14;
  private static final double FOOT = 260;
  private static final int IN_ONE_LINE = 3;

  private final RowKit kit;
  private final Words words;
  private final ThreadItem.Said said;
  private final ChatEntry entry;

  SaidRow(RowKit kit, ThreadItem.Said said) {
    this.kit = kit;
    this.words = kit.words();
    this.said = said;
    this.entry = said.entry();
  }

  Node draw() {
    VBox bubble = kit.bubble();
    if (said.isNote()) {
      bubble.getStyleClass().add("bubble-note");
      bubble.getChildren().add(teamOnly());
    } else if (said.mine()) {
      bubble.getStyleClass().add("bubble-mine");
    }
    if (said.quote() != null) {
      bubble.getChildren().add(new QuoteBox(kit, said.quote(), entry.roomId()));
    }
    content(bubble);
    bubble.getChildren().add(foot());
    HBox row = kit.row(said.mine(), said.first(), bubble);
    if (!kit.narrow()) {
      face(row);
    }
    if (entry.deletedAt() == null) {
      int at = said.mine() ? row.getChildren().indexOf(bubble) : row.getChildren().size();
      row.getChildren().add(at, actions());
    }
    return row;
  }

  private Node teamOnly() {
    String who = said.mine() ? "" : " · " + entry.senderName();
    Label label = Nodes.label(words.get("chat.note.label") + who, "note-label");
    label.setGraphic(Nodes.icon(Feather.LOCK));
    return label;
  }

  /// Notes of colleagues carry a face, and so does the applicant's first of several.
  private void face(HBox row) {
    if (said.mine()) {
      return;
    }
    if (said.first()) {
      row.getChildren().addFirst(new Avatar(words, entry.senderName(), RowKit.AVATAR));
    } else {
      row.setPadding(new Insets(2, kit.side(), 2, kit.side() + RowKit.AVATAR + 10));
    }
  }

  private void content(VBox bubble) {
    if (entry.deletedAt() != null) {
      bubble.getChildren().add(Nodes.label(words.get("chat.deleted"), "deleted"));
      return;
    }
    if (!entry.body().isEmpty()) {
      bubble.getChildren().add(RichText.of(entry.body(), kit.doors().open()));
    }
    List<Attachment> files = entry.attachments();
    if (files != null) {
      files.forEach(file -> bubble.getChildren().add(new FileCard(kit, file)));
    }
  }

  private Node foot() {
    String time = words.formats().time(entry.sentAt());
    String edited = entry.editedAt() == null ? "" : " · " + words.get("chat.edited");
    String way = said.pending() ? "  " + words.get("chat.saving") : delivery();
    List<Node> parts = new ArrayList<>();
    parts.add(Nodes.label(time + edited + way, "faint", "smaller"));
    if (entry.reactions() != null) {
      entry.reactions().forEach(reaction -> parts.add(chip(reaction)));
    }
    Pos side = said.mine() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT;
    if (parts.size() > IN_ONE_LINE) {
      FlowPane foot = new FlowPane(6, 3);
      foot.getChildren().addAll(parts);
      foot.setAlignment(side);
      foot.setPrefWrapLength(FOOT);
      return foot;
    }
    HBox foot = new HBox(6);
    foot.getChildren().addAll(parts);
    foot.setAlignment(side);
    return foot;
  }

  private String delivery() {
    Delivery delivery = said.delivery();
    return switch (delivery) {
      case NONE -> "";
      case SENT -> "  ✓ " + words.get(said.isNote() ? "chat.note.kept" : "chat.sent");
      case DELIVERED ->
          said.isNote()
              ? "  ✓ " + words.get("chat.note.kept")
              : "  ✓✓ " + words.get("chat.delivered");
      case READ -> "  ✓✓ " + words.get(said.isNote() ? "chat.note.read" : "chat.read");
    };
  }

  private Button chip(ChatEntry.Reaction reaction) {
    Button chip =
        new Button(String.valueOf(reaction.by().size()), Emoji.node(reaction.emoji(), REACTION));
    chip.getStyleClass().add("reaction");
    if (PendingActs.has(entry, kit.thread().me(), reaction.emoji())) {
      chip.getStyleClass().add("mine");
    }
    String who = reaction.by().stream().map(this::name).collect(Collectors.joining(", "));
    chip.setTooltip(new Tooltip(who));
    chip.setAccessibleText(words.get("chat.reaction.by", reaction.emoji(), who));
    chip.setOnAction(_ -> kit.thread().own().react(entry, reaction.emoji()));
    return chip;
  }

  private String name(UserId person) {
    ThreadViewModel thread = kit.thread();
    return person.equals(thread.me())
        ? words.get("chat.you")
        : thread.nameOf(person).orElseGet(() -> words.get("chat.colleague"));
  }

  private Node actions() {
    MessageMenu menu = new MessageMenu(kit, said);
    Button react = Nodes.iconButton("", Feather.SMILE, words.get("chat.react"), () -> {});
    react.setOnAction(_ -> kit.pick().accept(react, said));
    Button reply =
        Nodes.iconButton("", Feather.CORNER_UP_LEFT, words.get("chat.reply"), menu::reply);
    Button more = Nodes.iconButton("", Feather.MORE_HORIZONTAL, words.get("chat.more"), () -> {});
    more.setOnAction(_ -> menu.showAt(more));
    HBox actions = new HBox(0, react, reply, more);
    actions.getStyleClass().add("row-actions");
    actions.setAlignment(Pos.CENTER);
    actions.getChildren().forEach(button -> button.setFocusTraversable(false));
    return actions;
  }
}
