package dev.optima.console.chart;

import dev.optima.console.look.Nodes;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.VBox;

/// What the value under the pointer or the keyboard is, beside it and never outside the plot's
/// width.
final class Tip extends VBox {
  private static final double AWAY = 8;

  private List<String> told = List.of();

  Tip() {
    super(1);
    getStyleClass().add("plot-tip");
    setManaged(false);
    setMouseTransparent(true);
    setViewOrder(-2);
  }

  /// @param lines what it is, then its values
  void tell(List<String> lines) {
    if (lines.equals(told)) {
      return;
    }
    told = List.copyOf(lines);
    getChildren().clear();
    for (int i = 0; i < lines.size(); i++) {
      getChildren().add(Nodes.label(lines.get(i), i == 0 ? "tip-head" : "tip-line"));
    }
  }

  void beside(Rectangle2D place, double width, double height) {
    applyCss();
    double wide = Math.ceil(prefWidth(-1));
    double tall = Math.ceil(prefHeight(-1));
    double right = place.getMaxX() + AWAY;
    double x = right + wide <= width ? right : Math.max(0, place.getMinX() - AWAY - wide);
    double y = Math.clamp(place.getMinY(), 0, Math.max(0, height - tall));
    resizeRelocate(Math.round(x), Math.round(y), wide, tall);
  }
}
