package dev.optima.console.look;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Keeps the keyboard off what lies behind a layer while the layer is shown: whoever types into a
/// dialog must not press a button that they do not see. Layers above it may have the keyboard.
final class KeyboardHold {
  private final Parent layer;
  private final ChangeListener<@Nullable Node> watch = (_, _, owner) -> check(owner);
  private @Nullable Scene held;
  private @Nullable Node before;

  KeyboardHold(Parent layer) {
    this.layer = layer;
  }

  /// From now on nothing behind the layer has the keyboard.
  void take() {
    Scene scene = layer.getScene();
    if (scene == null) {
      return;
    }
    if (held == null) {
      held = scene;
      before = scene.getFocusOwner();
      scene.focusOwnerProperty().addListener(watch);
    }
    check(scene.getFocusOwner());
  }

  /// Gives the keyboard back to whom it was taken from.
  void giveBack() {
    Scene scene = held;
    if (scene == null) {
      return;
    }
    scene.focusOwnerProperty().removeListener(watch);
    held = null;
    Node owner = scene.getFocusOwner();
    if (before != null && (owner == null || isWithin(owner, layer))) {
      before.requestFocus();
    }
    before = null;
  }

  private void check(@Nullable Node owner) {
    if (held != null && (owner == null || isBehind(owner))) {
      Node first = first(layer);
      if (first == null) {
        layer.requestFocus();
      } else {
        first.requestFocus();
      }
    }
  }

  /// Whether a node lies in what its parent draws before the layer.
  private boolean isBehind(Node node) {
    Parent ground = layer.getParent();
    if (ground == null) {
      return false;
    }
    int depth = ground.getChildrenUnmodifiable().indexOf(layer);
    return ground.getChildrenUnmodifiable().subList(0, depth).stream()
        .anyMatch(below -> isWithin(node, below));
  }

  private static boolean isWithin(Node node, Node ancestor) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Node first(Parent parent) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (!child.isVisible() || child.isDisabled()) {
        continue;
      }
      if (child.isFocusTraversable()) {
        return child;
      }
      Node found = child instanceof Parent inner ? first(inner) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
