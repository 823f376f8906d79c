package dev.optima.console.chart;

import dev.optima.console.i18n.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// How something went on. A line is broken where nothing was measured; left and right go from one
/// measurement to the next.
public final class LineChart extends Plot {
  private static final double HEIGHT = 176;
  private static final double FOOT = 22;
  private static final double HEAD = 8;
  private static final double INSET = 10;
  private static final double TICK = 58;

  private final Words words;
  private final List<Line> drawn = new ArrayList<>();
  private List<Series> series = List.of();
  private List<Instant> moments = List.of();
  private List<Label> scale = List.of();
  private List<Region> grid = List.of();
  private List<TimeAxis.Tick> ticks = List.of();
  private List<Label> feet = List.of();
  private @Nullable Axes axes;
  private @Nullable Threshold threshold;
  private double left;
  private double bottom;
  private Function<Instant, List<String>> more = _ -> List.of();
  private @Nullable Consumer<Instant> pick;
  private @Nullable Table figures;

  /// One line.
  ///
  /// @param points in order of time
  public record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /// A measurement.
  ///
  /// @param value null: nothing was measured, the line is broken here
  public record Point(Instant at, @Nullable Double value) {}

  private record Axes(TimeAxis time, ValueAxis value) {}

  /// A value that means something.
  private record Threshold(double value, Region line, Label label) {}

  public LineChart(Words words) {
    super(HEIGHT);
    this.words = words;
  }

  /// What is told of a moment besides its values.
  public void tellMore(Function<Instant, List<String>> lines) {
    more = lines;
  }

  /// What a press or Enter on a moment does.
  public void onPick(Consumer<Instant> then) {
    pick = then;
  }

  /// Figures that say more than those that are drawn.
  public void figures(Table table) {
    figures = table;
  }

  /// Draws a line across at a value that means something, its name below it; before [#show].
  public void mark(double value, String name) {
    threshold = new Threshold(value, line("threshold"), axisLabel(name));
  }

  public void show(TimeAxis time, ValueAxis value, List<Series> lines) {
    if (isDrawn(time, value.steps(), List.copyOf(lines))) {
      return;
    }
    axes = new Axes(time, value);
    series = List.copyOf(lines);
    TreeSet<Instant> all = new TreeSet<>();
    series.forEach(
        one ->
            one.points().stream()
                .filter(point -> point.value() != null)
                .forEach(point -> all.add(point.at())));
    moments = List.copyOf(all);
    scale = labels(value.steps(), value.format());
    grid = scale.stream().map(_ -> line("grid-line")).toList();
    drawn.clear();
    for (int i = 0; i < series.size(); i++) {
      drawn.add(new Line(series.get(i).points(), i));
    }
    ticks = List.of();
    feet = List.of();
    fill(nodes());
  }

  private List<Node> nodes() {
    List<Node> nodes = new ArrayList<>(grid);
    nodes.addAll(scale);
    Threshold across = threshold;
    if (across != null) {
      nodes.add(across.line());
      nodes.add(across.label());
    }
    nodes.addAll(feet);
    drawn.forEach(one -> nodes.addAll(one.nodes()));
    return nodes;
  }

  @Override
  void draw(double width, double height) {
    Axes now = axes;
    if (now == null) {
      return;
    }
    left = widest(scale) + GAP;
    bottom = height - FOOT;
    double[] lines = now.value().steps().lines().toArray();
    for (int i = 0; i < scale.size(); i++) {
      double y = snapPositionY(y(lines[i]));
      grid.get(i).resizeRelocate(left, y, width - left, 1);
      before(scale.get(i), left - GAP, y);
    }
    Threshold across = threshold;
    if (across != null) {
      double y = snapPositionY(y(across.value()));
      across.line().resizeRelocate(left, y, width - left, 1);
      before(across.label(), width, y + 9);
    }
    feet(now.time());
    drawn.forEach(one -> one.place(this::x, this::y));
  }

  /// The words below follow the width.
  private void feet(TimeAxis time) {
    List<TimeAxis.Tick> wanted = time.ticks((int) ((getWidth() - left) / TICK));
    if (!wanted.equals(ticks)) {
      ticks = wanted;
      getChildren().removeAll(feet);
      feet = ticks.stream().map(tick -> axisLabel(tick.text())).toList();
      getChildren().addAll(0, feet);
    }
    for (int i = 0; i < feet.size(); i++) {
      feet.get(i).applyCss();
      centre(feet.get(i), x(ticks.get(i).at()), bottom + 4);
    }
  }

  private double x(Instant at) {
    double share = axes == null ? 0 : axes.time().share(at);
    return left + INSET + share * (getWidth() - left - 2 * INSET);
  }

  private double y(double value) {
    double share = axes == null ? 0 : axes.value().steps().share(value);
    return bottom - share * (bottom - HEAD);
  }

  @Override
  int columns() {
    return moments.size();
  }

  @Override
  int rows(int column) {
    return 1;
  }

  @Override
  Rectangle2D place(Spot spot) {
    double x = x(moments.get(spot.column()));
    return new Rectangle2D(x - 4, 2, 8, bottom - 2);
  }

  @Override
  @Nullable Spot spotAt(double x, double y) {
    double[] places = moments.stream().mapToDouble(this::x).toArray();
    int found = Arrays.binarySearch(places, x);
    int after = found >= 0 ? found : -found - 1;
    if (after == places.length) {
      return new Spot(places.length - 1, 0);
    }
    boolean nearerBefore = after > 0 && x - places[after - 1] < places[after] - x;
    return new Spot(nearerBefore ? after - 1 : after, 0);
  }

  @Override
  List<String> words(Spot spot) {
    Instant at = moments.get(spot.column());
    List<String> told = new ArrayList<>();
    Axes now = axes;
    if (now != null) {
      told.add(now.time().name(at));
      for (Series one : series) {
        one.points().stream()
            .filter(point -> point.at().equals(at))
            .forEach(point -> told.add(value(one.name(), point.value())));
      }
    }
    told.addAll(more.apply(at));
    return told;
  }

  private String value(String name, @Nullable Double value) {
    String shown =
        value == null || axes == null
            ? words.get("chart.notMeasured")
            : axes.value().format().apply(value);
    return words.get("chart.value", name, shown);
  }

  @Override
  boolean leads(Spot spot) {
    return pick != null;
  }

  @Override
  void lead(Spot spot) {
    if (pick != null) {
      pick.accept(moments.get(spot.column()));
    }
  }

  @Override
  List<Legend.Entry> legend() {
    if (series.size() < 2) {
      return List.of();
    }
    List<Legend.Entry> entries = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      entries.add(new Legend.Entry(Line.swatch(i), series.get(i).name()));
    }
    return entries;
  }

  @Override
  public Table table() {
    return figures == null ? drawnTable() : figures;
  }

  private Table drawnTable() {
    List<String> head = new ArrayList<>();
    head.add(words.get("chart.column.time"));
    series.forEach(one -> head.add(one.name()));
    List<List<Object>> rows = new ArrayList<>();
    for (Instant at : moments) {
      List<Object> row = new ArrayList<>();
      row.add(at);
      for (Series one : series) {
        Object value =
            one.points().stream()
                .filter(point -> point.at().equals(at) && point.value() != null)
                .<Object>map(Point::value)
                .findFirst()
                .orElse("");
        row.add(value);
      }
      rows.add(row);
    }
    return new Table(head, rows);
  }
}
