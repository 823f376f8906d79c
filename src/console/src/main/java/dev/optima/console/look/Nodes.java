package dev.optima.console.look;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small nodes that views are made of.
public final class Nodes {
  private Nodes() {}

  public static FontIcon icon(Feather which) {
    FontIcon icon = new FontIcon(which);
    icon.getStyleClass().add("icon");
    return icon;
  }

  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /// A label that breaks its lines.
  public static Label wrapped(String text, String... styles) {
    Label label = label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  public static Button button(String id, String text, Runnable action, String... styles) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().addAll(styles);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// A button that is only a picture; `text` is its name for those who do not see it.
  public static Button iconButton(String id, Feather which, String text, Runnable action) {
    Button button = button(id, "", action, "button-icon", "flat", "quiet");
    button.setGraphic(icon(which));
    button.setTooltip(new Tooltip(text));
    button.setAccessibleText(text);
    return button;
  }

  /// A coloured word; `tone` is `ok`, `warn`, `bad`, `accent`, `violet` or `plain`.
  public static Label chip(String text, String tone) {
    Label chip = label(text, "chip", "chip-" + tone);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  /// What takes the free room in a row.
  public static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  /// Shows a node and lets it take room, or neither.
  public static void present(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /// Puts other content into a box. If the keyboard was in it, it stays: else it would be at
  /// whatever comes next, without a word.
  public static void refill(Pane box, List<? extends Node> content) {
    Node focused = box.getScene() == null ? null : box.getScene().getFocusOwner();
    boolean held = focused != null && isWithin(focused, box);
    box.getChildren().setAll(content);
    if (held) {
      firstStop(box).ifPresent(Node::requestFocus);
    }
  }

  private static boolean isWithin(Node node, Node box) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == box) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Node> firstStop(Node node) {
    if (node.isFocusTraversable() && !node.isDisabled()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .map(Nodes::firstStop)
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }
}
