package dev.optima.console.look;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The mark of the product, the same wherever it stands: a green dot and what follows.
public final class Brand extends HBox {

  /// @param beside the name, and what else stands by the dot
  public Brand(Node... beside) {
    super(8);
    Region dot = new Region();
    dot.getStyleClass().add("dot");
    getChildren().add(dot);
    getChildren().addAll(beside);
    setAlignment(Pos.CENTER_LEFT);
  }
}
