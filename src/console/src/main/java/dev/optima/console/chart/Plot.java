package dev.optima.console.chart;

import dev.optima.console.look.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What a chart draws. It is one stop of the keyboard: the arrows go from value to value, Enter
/// leads to what is behind one. The value under the pointer or the keyboard is framed and told.
public abstract class Plot extends Region {
  /// Between an axis and its words.
  static final double GAP = 8;

  private final Region mark = new Region();
  private final Tip tip = new Tip();
  private final double height;
  private String name = "";
  private Runnable filled = () -> {};
  private @Nullable Spot at;
  private @Nullable List<Object> drawn;

  /// @param height that it has, whatever its width
  Plot(double height) {
    this.height = height;
    getStyleClass().add("plot");
    mark.getStyleClass().add("plot-mark");
    mark.setMouseTransparent(true);
    mark.setManaged(false);
    mark.getStyleClass().add(Picture.NOT_IN_PICTURE);
    tip.getStyleClass().add(Picture.NOT_IN_PICTURE);
    mark.setViewOrder(-1);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> go(null));
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    focusVisibleProperty().addListener((_, _, now) -> go(now ? first() : null));
    focusedProperty().addListener((_, was, _) -> go(was ? null : at));
  }

  /// How many columns of spots there are; 0 if there is nothing to show.
  abstract int columns();

  /// How many spots a column has.
  abstract int rows(int column);

  /// Where a spot is, within the plot.
  abstract Rectangle2D place(Spot spot);

  /// The spot at a point, if there is one.
  abstract @Nullable Spot spotAt(double x, double y);

  /// What a spot tells: what it is, then its values, a line each.
  abstract List<String> words(Spot spot);

  /// Opens what is behind a spot.
  abstract void lead(Spot spot);

  /// Whether something is behind a spot.
  abstract boolean leads(Spot spot);

  /// The figures that are drawn.
  public abstract Table table();

  /// What the look of each series means; empty if there is but one.
  List<Legend.Entry> legend() {
    return List.of();
  }

  /// Its name for those who do not see it.
  void name(String title) {
    name = title;
    tell();
  }

  /// What follows when something else is drawn.
  void onFilled(Runnable then) {
    filled = then;
  }

  /// Whether there is nothing to draw.
  public boolean isEmpty() {
    return columns() == 0;
  }

  /// Whether just these figures are drawn, which then stay as they are; else they are those that
  /// are drawn from now on.
  final boolean isDrawn(Object... figures) {
    List<Object> wanted = List.of(figures);
    if (wanted.equals(drawn)) {
      frame();
      tell();
      return true;
    }
    drawn = wanted;
    return false;
  }

  /// Puts other nodes in. What is pointed at stays, if there is still something.
  final void fill(List<? extends Node> nodes) {
    at = at != null && exists(at) ? at : null;
    List<Node> all = new ArrayList<>(nodes);
    all.add(mark);
    all.add(tip);
    getChildren().setAll(all);
    frame();
    tell();
    if (at == null && isFocusVisible()) {
      go(first());
    }
    requestLayout();
    filled.run();
  }

  private boolean exists(Spot spot) {
    return !isEmpty() && spot.column() < columns() && spot.row() < rows(spot.column());
  }

  /// Where the keyboard begins.
  @Nullable Spot first() {
    for (int column = columns() - 1; column >= 0; column--) {
      if (rows(column) > 0) {
        return new Spot(column, 0);
      }
    }
    return null;
  }

  private void point(double x, double y) {
    go(isEmpty() ? null : spotAt(x, y));
  }

  private void clicked(MouseEvent event) {
    point(event.getX(), event.getY());
    follow();
  }

  private void follow() {
    Spot spot = at;
    if (spot != null && leads(spot)) {
      lead(spot);
    }
  }

  private void typed(KeyEvent event) {
    if (isEmpty() || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> step(-1, 0);
      case RIGHT -> step(1, 0);
      case UP -> step(0, 1);
      case DOWN -> step(0, -1);
      case HOME -> step(-columns(), 0);
      case END -> step(columns(), 0);
      case ENTER, SPACE -> follow();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void step(int columns, int rows) {
    Spot from = at == null ? first() : at;
    if (from == null) {
      return;
    }
    int column = Math.clamp(from.column() + columns, 0, columns() - 1);
    int row = Math.clamp(from.row() + rows, 0, rows(column) - 1);
    go(new Spot(column, row));
  }

  /// Points at a spot, or at none.
  final void go(@Nullable Spot spot) {
    if (spot == null ? at == null : spot.equals(at)) {
      return;
    }
    at = spot;
    setCursor(spot != null && leads(spot) ? Cursor.HAND : Cursor.DEFAULT);
    frame();
    tell();
  }

  private void frame() {
    Spot spot = at;
    mark.setVisible(spot != null);
    tip.setVisible(spot != null);
    if (spot != null) {
      Rectangle2D place = place(spot);
      mark.resizeRelocate(
          snapPositionX(place.getMinX()),
          snapPositionY(place.getMinY()),
          snapSizeX(place.getWidth()),
          snapSizeY(place.getHeight()));
      tip.tell(words(spot));
      tip.beside(place, getWidth(), getHeight());
    }
  }

  private void tell() {
    Spot spot = at;
    setAccessibleText(spot == null ? name : name + ": " + String.join(", ", words(spot)));
  }

  @Override
  protected void layoutChildren() {
    if (columns() > 0) {
      draw(getWidth(), getHeight());
    }
    frame();
  }

  /// Gives every node its place.
  abstract void draw(double width, double height);

  /// A line of words of an axis.
  static Label axisLabel(String text) {
    Label label = Nodes.label(text, "axis-label");
    label.setMouseTransparent(true);
    return label;
  }

  static Region line(String style) {
    Region line = new Region();
    line.getStyleClass().add(style);
    line.setMouseTransparent(true);
    return line;
  }

  /// Labels for the lines of a scale, from below.
  static List<Label> labels(Steps steps, DoubleFunction<String> format) {
    return steps.lines().mapToObj(value -> axisLabel(format.apply(value))).toList();
  }

  static double widest(List<Label> labels) {
    return labels.stream().mapToDouble(label -> Math.ceil(label.prefWidth(-1))).max().orElse(0);
  }

  /// Puts a label with its middle at a point.
  final void centre(Label label, double x, double y) {
    double width = Math.ceil(label.prefWidth(-1));
    double tall = Math.ceil(label.prefHeight(-1));
    double left = Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width));
    layoutInArea(label, left, y, width, tall, 0, HPos.CENTER, VPos.CENTER);
  }

  /// Puts a label before a point, right-aligned.
  final void before(Label label, double right, double middle) {
    double width = Math.ceil(label.prefWidth(-1));
    double tall = Math.ceil(label.prefHeight(-1));
    layoutInArea(label, right - width, middle - tall / 2, width, tall, 0, HPos.RIGHT, VPos.CENTER);
  }

  @Override
  protected double computePrefHeight(double width) {
    return height;
  }

  @Override
  protected double computeMinHeight(double width) {
    return height;
  }

  @Override
  protected double computeMinWidth(double tall) {
    return 160;
  }

  @Override
  protected double computePrefWidth(double tall) {
    return 420;
  }
}
