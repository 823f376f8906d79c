package dev.optima.console.chart;

import dev.optima.console.look.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// How much each of some people or kinds has: bars below one another, with names before them.
public final class RowsChart extends Plot {
  private static final double ROW = 30;
  private static final double BAR = 14;
  private static final double LEAST = 60;
  private static final double NAMES = 0.34;
  private static final double VALUES = 0.4;

  private List<Row> rows = List.of();
  private List<Label> names = List.of();
  private List<Label> values = List.of();
  private List<Region> bars = List.of();
  private Table table = new Table(List.of(), List.of());
  private @Nullable IntConsumer pick;

  /// One of them.
  ///
  /// @param look the style class of its bar
  /// @param shown its figures in words, after the bar
  /// @param told what it is, then its values
  /// @param nothing whether there is nothing to tell of it
  public record Row(
      String name, double value, String look, String shown, List<String> told, boolean nothing) {
    public Row {
      told = List.copyOf(told);
    }
  }

  public RowsChart() {
    super(ROW);
  }

  /// What a press or Enter on a row does; with its number.
  public void onPick(IntConsumer then) {
    pick = then;
  }

  public void show(List<Row> shown, Table figures) {
    if (isDrawn(List.copyOf(shown), figures)) {
      return;
    }
    rows = List.copyOf(shown);
    table = figures;
    names = rows.stream().map(row -> Nodes.label(row.name(), "row-name")).toList();
    values = rows.stream().map(row -> axisLabel(row.shown())).toList();
    bars = rows.stream().map(row -> line(row.look())).toList();
    names.forEach(name -> name.setMouseTransparent(true));
    List<Node> nodes = new ArrayList<>(names);
    nodes.addAll(values);
    nodes.addAll(bars);
    fill(nodes);
  }

  @Override
  void draw(double width, double height) {
    double left = Math.min(widest(names), width * NAMES) + GAP;
    double right = Math.min(widest(values), width * VALUES) + GAP;
    double most = rows.stream().mapToDouble(Row::value).max().orElse(0);
    double room = Math.max(0, width - left - right);
    for (int i = 0; i < rows.size(); i++) {
      double middle = (i + 0.5) * ROW;
      layoutInArea(names.get(i), 0, i * ROW, left - GAP, ROW, 0, HPos.LEFT, VPos.CENTER);
      double wide = most == 0 ? 0 : snapSizeX(rows.get(i).value() / most * room);
      bars.get(i).resizeRelocate(left, snapPositionY(middle - BAR / 2), wide, BAR);
      layoutInArea(
          values.get(i),
          left + wide + GAP,
          i * ROW,
          Math.max(0, width - left - wide - GAP),
          ROW,
          0,
          HPos.LEFT,
          VPos.CENTER);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(LEAST, rows.size() * ROW);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  public boolean isEmpty() {
    return rows.stream().allMatch(Row::nothing);
  }

  @Override
  int columns() {
    return rows.isEmpty() ? 0 : 1;
  }

  @Override
  int rows(int column) {
    return rows.size();
  }

  /// Rows count from below for the keys; these stand from above.
  private int index(Spot spot) {
    return rows.size() - 1 - spot.row();
  }

  @Override
  Spot first() {
    return new Spot(0, Math.max(0, rows.size() - 1));
  }

  @Override
  Rectangle2D place(Spot spot) {
    return new Rectangle2D(-4, index(spot) * ROW + 2, getWidth() + 8, ROW - 4);
  }

  @Override
  @Nullable Spot spotAt(double x, double y) {
    int index = (int) Math.floor(y / ROW);
    return index < 0 || index >= rows.size() ? null : new Spot(0, rows.size() - 1 - index);
  }

  @Override
  List<String> words(Spot spot) {
    return rows.get(index(spot)).told();
  }

  @Override
  boolean leads(Spot spot) {
    return pick != null && rows.get(index(spot)).value() > 0;
  }

  @Override
  void lead(Spot spot) {
    if (pick != null) {
      pick.accept(index(spot));
    }
  }

  @Override
  public Table table() {
    return table;
  }
}
