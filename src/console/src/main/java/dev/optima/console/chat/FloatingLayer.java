package dev.optima.console.chat;

import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Where something small is shown over the thread, near what asked for it. A press elsewhere or
/// Escape puts it away.
final class FloatingLayer extends StackPane {
  private static final double GAP = 6;

  private final Pane place = new Pane();
  private @Nullable Node from;

  FloatingLayer() {
    getChildren().add(place);
    setAlignment(Pos.TOP_LEFT);
    setVisible(false);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          hide();
          event.consume();
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
          }
        });
  }

  /// Shows `what` above `anchor`, or below it where there is no room.
  void show(Region what, Node anchor) {
    from = anchor.getScene().getFocusOwner();
    place.getChildren().setAll(what);
    setVisible(true);
    what.applyCss();
    double width = what.prefWidth(-1);
    double height = what.prefHeight(width);
    Point2D at = sceneToLocal(anchor.localToScene(0, 0));
    double above = at.getY() - height - GAP;
    double below = at.getY() + anchor.getLayoutBounds().getHeight() + GAP;
    double y = above >= 0 || below + height > getHeight() ? Math.max(0, above) : below;
    what.relocate(Math.max(GAP, Math.min(at.getX(), getWidth() - width - GAP)), y);
    what.setOnMousePressed(MouseEvent::consume);
  }

  void hide() {
    if (isVisible()) {
      setVisible(false);
      place.getChildren().clear();
      if (from != null) {
        from.requestFocus();
      }
    }
  }
}
