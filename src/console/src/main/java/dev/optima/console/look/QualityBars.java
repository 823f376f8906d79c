package dev.optima.console.look;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Four bars, as on a telephone.
public final class QualityBars extends HBox {
  private static final int[] HEIGHTS = {4, 7, 10, 12};

  public QualityBars() {
    super(2);
    getStyleClass().add("quality-bars");
    setAlignment(Pos.BOTTOM_LEFT);
    setMinHeight(12);
    setMaxHeight(12);
    for (int height : HEIGHTS) {
      Region bar = new Region();
      bar.getStyleClass().add("quality-bar");
      bar.setMinSize(3, height);
      bar.setMaxSize(3, height);
      getChildren().add(bar);
    }
  }

  /// @param bars 0 to 4
  public void show(int bars) {
    for (int i = 0; i < HEIGHTS.length; i++) {
      var styles = getChildren().get(i).getStyleClass();
      styles.removeAll("quality-bar-on", "quality-bar-weak");
      if (i < bars) {
        styles.add(bars <= 1 ? "quality-bar-weak" : "quality-bar-on");
      }
    }
  }
}
