package dev.optima.console.chat;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the rows of a thread are made with.
///
/// @param narrow whether the thread stands in the side of a call, where faces have no room and
///   nobody calls back
/// @param shown the thread that is shown
/// @param pick offers the emoji near a node, for an answer to an entry
record RowKit(
    Words words,
    InstantSource clock,
    ListView<ThreadItem> list,
    boolean narrow,
    ThreadDoors doors,
    Supplier<@Nullable ThreadViewModel> shown,
    BiConsumer<Node, ThreadItem.Said> pick) {
  static final double AVATAR = 32;
  private static final double WIDEST = 0.78;

  ThreadViewModel thread() {
    return Objects.requireNonNull(shown.get());
  }

  /// The room at both sides.
  double side() {
    return narrow ? 14 : 22;
  }

  VBox bubble(Node... content) {
    VBox bubble = new VBox(4, content);
    bubble.getStyleClass().add("bubble");
    bubble.maxWidthProperty().bind(list.widthProperty().multiply(WIDEST).subtract(side() * 2));
    return bubble;
  }

  HBox row(boolean mine, boolean first, Node... content) {
    HBox row = new HBox(10, content);
    row.getStyleClass().add("thread-row");
    row.setAlignment(mine ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    row.setPadding(new Insets(first ? 6 : 2, side(), first ? 4 : 2, side()));
    return row;
  }

  HBox centered(Node content) {
    HBox row = new HBox(content);
    row.setAlignment(Pos.CENTER);
    row.setPadding(new Insets(5, side(), 5, side()));
    return row;
  }

  static HBox pill(Node... content) {
    HBox pill = new HBox(8, content);
    pill.getStyleClass().add("system-pill");
    pill.setMaxWidth(Region.USE_PREF_SIZE);
    return pill;
  }

  static Button link(String text, Runnable action) {
    return Nodes.button("", text, action, "link-button");
  }

  /// A size as people read it: `248 KB`, `1.2 MB`.
  String size(long bytes) {
    return FileWords.size(words, bytes);
  }
}
