package dev.optima.acceptance.driver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What can be seen in the windows of this JVM. To be called on the FX thread.
final class Sight {
  private Sight() {}

  /// The first visible node that fits, in the newest window that has one.
  static Optional<Node> find(String selector) {
    return scenes().stream()
        .flatMap(scene -> scene.getRoot().lookupAll(selector).stream())
        .filter(Sight::isShown)
        .findFirst();
  }

  static Node one(String selector) {
    return find(selector)
        .orElseThrow(() -> new IllegalStateException("not to be seen: " + selector));
  }

  private static List<Scene> scenes() {
    List<Scene> scenes =
        Window.getWindows().stream()
            .filter(Window::isShowing)
            .map(Window::getScene)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(ArrayList::new));
    return scenes.reversed();
  }

  private static boolean isShown(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return node.getBoundsInParent().getWidth() > 0;
  }

  static @Nullable Node focused() {
    return scenes().stream()
        .map(Scene::getFocusOwner)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  static Stage mainStage() {
    return Window.getWindows().stream()
        .filter(w -> w instanceof Stage && w.isShowing())
        .map(Stage.class::cast)
        .max(Comparator.comparingDouble(s -> s.getWidth() * s.getHeight()))
        .orElseThrow(() -> new IllegalStateException("no window"));
  }

  /// All text in a node, its children's included, a line each.
  static String text(Node node) {
    List<String> texts = new ArrayList<>();
    collect(node, texts);
    return String.join("\n", texts);
  }

  private static void collect(Node node, List<String> texts) {
    if (!node.isVisible()) {
      return;
    }
    String own =
        switch (node) {
          case TextInputControl input -> input.getText();
          case Labeled labeled -> labeled.getText();
          case Text text -> text.getText();
          default -> null;
        };
    if (own != null && !own.isBlank()) {
      texts.add(own);
    }
    if (node instanceof Parent parent
        && !(node instanceof Labeled l && own != null && l.getGraphic() == null)) {
      parent.getChildrenUnmodifiable().stream()
          .filter(child -> !(node instanceof Labeled && child instanceof Text))
          .filter(child -> !(node instanceof TextInputControl))
          .forEach(child -> collect(child, texts));
    }
  }

  /// All ids that can be seen.
  static String tree() {
    List<String> ids = new ArrayList<>();
    scenes().forEach(scene -> ids(scene.getRoot(), ids));
    return String.join(" ", ids);
  }

  private static void ids(Node node, List<String> ids) {
    if (!node.isVisible()) {
      return;
    }
    if (node.getId() != null) {
      ids.add("#" + node.getId());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> ids(child, ids));
    }
  }
}
