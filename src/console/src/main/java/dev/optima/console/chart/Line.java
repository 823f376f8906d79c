package dev.optima.console.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// One line of a chart, with a dot at each value where there are few, and at each value that has no
/// neighbour.
final class Line {
  private static final int LOOKS = 4;
  private static final int FEW = 45;
  private static final double DOT = 7;

  private final List<LineChart.Point> points;
  private final Path path = new Path();
  private final List<Dot> dots = new ArrayList<>();

  private record Dot(LineChart.Point point, Region node) {}

  /// @param number of the line in its chart
  Line(List<LineChart.Point> points, int number) {
    this.points = points;
    path.getStyleClass().addAll("chart-line", "line-" + number % LOOKS);
    path.setMouseTransparent(true);
    long values = points.stream().filter(point -> point.value() != null).count();
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).value() != null && (values <= FEW || isAlone(i))) {
        Region node = Plot.line("chart-dot");
        node.getStyleClass().add("dot-" + number % LOOKS);
        dots.add(new Dot(points.get(i), node));
      }
    }
  }

  static String swatch(int number) {
    return "swatch-" + number % LOOKS;
  }

  private boolean isAlone(int i) {
    return (i == 0 || points.get(i - 1).value() == null)
        && (i == points.size() - 1 || points.get(i + 1).value() == null);
  }

  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    nodes.add(path);
    dots.forEach(dot -> nodes.add(dot.node()));
    return nodes;
  }

  void place(ToDoubleFunction<Instant> x, DoubleUnaryOperator y) {
    path.getElements().clear();
    boolean broken = true;
    for (LineChart.Point point : points) {
      Double value = point.value();
      if (value != null) {
        double px = x.applyAsDouble(point.at());
        double py = y.applyAsDouble(value);
        path.getElements().add(broken ? new MoveTo(px, py) : new LineTo(px, py));
      }
      broken = value == null;
    }
    for (Dot dot : dots) {
      Double value = dot.point().value();
      if (value != null) {
        dot.node()
            .resizeRelocate(
                x.applyAsDouble(dot.point().at()) - DOT / 2,
                y.applyAsDouble(value) - DOT / 2,
                DOT,
                DOT);
      }
    }
  }
}
