package dev.optima.console.chart;

import dev.optima.console.i18n.Numbers;
import dev.optima.console.i18n.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// How many there are of each of some kinds that have an order, such as lengths: bars beside one
/// another.
public final class BarsChart extends Plot {
  private static final double HEIGHT = 176;
  private static final double FOOT = 22;
  private static final double HEAD = 18;
  private static final double FILLED = 0.72;
  private static final double WIDEST = 64;

  private final Numbers numbers;
  private List<Bar> bars = List.of();
  private List<Region> regions = List.of();
  private List<Label> names = List.of();
  private List<Label> values = List.of();
  private Steps steps = Steps.whole(1);
  private List<Label> scale = List.of();
  private List<Region> grid = List.of();
  private Table table = new Table(List.of(), List.of());
  private @Nullable IntConsumer pick;
  private double left;
  private double each;

  /// One of them.
  ///
  /// @param name under it
  /// @param told what it is, then its values
  public record Bar(String name, long value, List<String> told) {
    public Bar {
      told = List.copyOf(told);
    }
  }

  public BarsChart(Words words) {
    super(HEIGHT);
    numbers = words.numbers();
  }

  /// What a press or Enter on a bar does; with its number.
  public void onPick(IntConsumer then) {
    pick = then;
  }

  public void show(List<Bar> shown, Table figures) {
    if (isDrawn(List.copyOf(shown), figures)) {
      return;
    }
    bars = List.copyOf(shown);
    table = figures;
    steps = Steps.whole(bars.stream().mapToLong(Bar::value).max().orElse(0));
    scale = labels(steps, value -> numbers.count(Math.round(value)));
    grid = scale.stream().map(_ -> line("grid-line")).toList();
    regions = bars.stream().map(_ -> line("plain-bar")).toList();
    names = bars.stream().map(bar -> axisLabel(bar.name())).toList();
    values = bars.stream().map(bar -> axisLabel(numbers.count(bar.value()))).toList();
    List<Node> nodes = new ArrayList<>(grid);
    nodes.addAll(scale);
    nodes.addAll(regions);
    nodes.addAll(names);
    nodes.addAll(values);
    fill(nodes);
  }

  @Override
  void draw(double width, double height) {
    left = widest(scale) + GAP;
    each = (width - left) / Math.max(1, bars.size());
    double bottom = height - FOOT;
    for (int i = 0; i < scale.size(); i++) {
      double y = snapPositionY(y(steps.from() + i * steps.step()));
      grid.get(i).resizeRelocate(left, y, width - left, 1);
      before(scale.get(i), left - GAP, y);
    }
    boolean roomy = widest(names) + 4 <= each;
    for (int i = 0; i < bars.size(); i++) {
      double wide = snapSizeX(Math.min(WIDEST, each * FILLED));
      double x = snapPositionX(left + i * each + (each - wide) / 2);
      double top = snapPositionY(y(bars.get(i).value()));
      regions.get(i).resizeRelocate(x, top, wide, Math.max(0, snapPositionY(bottom) - top));
      names.get(i).setVisible(roomy || i % 2 == 0);
      centre(names.get(i), left + (i + 0.5) * each, bottom + 4);
      values.get(i).setVisible(bars.get(i).value() > 0 && widest(values) <= each);
      centre(values.get(i), left + (i + 0.5) * each, top - 16);
    }
  }

  private double y(double value) {
    double bottom = getHeight() - FOOT;
    return bottom - steps.share(value) * (bottom - HEAD);
  }

  @Override
  public boolean isEmpty() {
    return bars.stream().allMatch(bar -> bar.value() == 0);
  }

  @Override
  int columns() {
    return bars.size();
  }

  @Override
  int rows(int column) {
    return 1;
  }

  @Override
  Rectangle2D place(Spot spot) {
    return new Rectangle2D(left + spot.column() * each, 0, each, getHeight() - FOOT + 1);
  }

  @Override
  @Nullable Spot spotAt(double x, double y) {
    int column = (int) Math.floor((x - left) / each);
    return x < left || column >= bars.size() ? null : new Spot(column, 0);
  }

  @Override
  List<String> words(Spot spot) {
    return bars.get(spot.column()).told();
  }

  @Override
  boolean leads(Spot spot) {
    return pick != null && bars.get(spot.column()).value() > 0;
  }

  @Override
  void lead(Spot spot) {
    if (pick != null) {
      pick.accept(spot.column());
    }
  }

  @Override
  public Table table() {
    return table;
  }
}
