package dev.optima.console.look;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;

/// What of a list is pressed.
public final class ListPress {
  private ListPress() {}

  /// Whether it is a row: not a button in one, nor the empty space below them.
  public static boolean isOnRow(MouseEvent event) {
    Node node = event.getTarget() instanceof Node pressed ? pressed : null;
    while (node != null && !(node instanceof ListCell<?>)) {
      if (node instanceof ButtonBase) {
        return false;
      }
      node = node.getParent();
    }
    return node instanceof ListCell<?> cell && !cell.isEmpty();
  }
}
