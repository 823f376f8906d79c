package dev.optima.console.chart;

import dev.optima.console.look.Nodes;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What the colours and patterns of a chart mean.
final class Legend extends FlowPane {

  /// One of them.
  ///
  /// @param look the style class of what is drawn so
  record Entry(String look, String name) {}

  Legend() {
    super(16, 6);
    getStyleClass().add("legend");
  }

  void show(List<Entry> entries) {
    getChildren().setAll(entries.stream().map(Legend::entry).toList());
    Nodes.present(this, !entries.isEmpty());
  }

  private static Node entry(Entry entry) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll("swatch", entry.look());
    HBox box = new HBox(6, swatch, Nodes.label(entry.name(), "axis-label"));
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
