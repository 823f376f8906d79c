package dev.optima.console.chart;

import dev.optima.console.i18n.Numbers;
import dev.optima.console.i18n.Words;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// A share for each hour of the week. An hour of which nothing is known is hatched, not pale: that
/// would be a share of nothing.
public final class HeatMap extends Plot {
  private static final double CELL = 26;
  private static final double FOOT = 20;
  private static final double BETWEEN = 2;
  private static final double ROOM_FOR_PERCENT = 36;
  private static final double ROOM_FOR_NUMBER = 22;
  private static final int LEVELS = 5;
  private static final int DAYS = 7;

  /// At least these hours are shown.
  private static final int MORNING = 8;

  private static final int EVENING = 18;

  private final Words words;
  private final Numbers numbers;
  private final List<Square> squares = new ArrayList<>();
  private List<Label> days = List.of();
  private List<Label> hours = List.of();
  private int first = MORNING;
  private int last = EVENING;
  private Table table = new Table(List.of(), List.of());
  private @Nullable BiConsumer<Integer, Integer> pick;
  private double left;
  private double each;

  /// An hour of the week.
  ///
  /// @param weekday 1 (Monday) to 7
  /// @param hour 0 to 23
  /// @param share 0 to 1
  /// @param told its values
  public record Cell(int weekday, int hour, double share, List<String> told) {
    public Cell {
      told = List.copyOf(told);
    }
  }

  private record Square(int weekday, int hour, @Nullable Cell cell, Region node, Label share) {}

  public HeatMap(Words words) {
    super(DAYS * CELL + FOOT);
    this.words = words;
    numbers = words.numbers();
  }

  /// What a press or Enter on an hour does; with its weekday and hour.
  public void onPick(BiConsumer<Integer, Integer> then) {
    pick = then;
  }

  public void show(List<Cell> cells, Table figures) {
    if (isDrawn(List.copyOf(cells), figures)) {
      return;
    }
    table = figures;
    first = Math.min(MORNING, cells.stream().mapToInt(Cell::hour).min().orElse(MORNING));
    last = Math.max(EVENING, cells.stream().mapToInt(Cell::hour).max().orElse(EVENING));
    days =
        IntStream.rangeClosed(1, DAYS)
            .mapToObj(
                day ->
                    axisLabel(
                        DayOfWeek.of(day)
                            .getDisplayName(TextStyle.SHORT_STANDALONE, words.texts().locale())))
            .toList();
    hours =
        IntStream.rangeClosed(first, last)
            .mapToObj(hour -> axisLabel(Integer.toString(hour)))
            .toList();
    squares.clear();
    Map<Integer, Cell> known = new HashMap<>();
    cells.forEach(cell -> known.put(cell.weekday() * 24 + cell.hour(), cell));
    for (int hour = first; hour <= last; hour++) {
      for (int day = DAYS; day >= 1; day--) {
        squares.add(square(day, hour, known.get(day * 24 + hour)));
      }
    }
    List<Node> nodes = new ArrayList<>(days);
    nodes.addAll(hours);
    squares.forEach(square -> nodes.add(square.node()));
    squares.forEach(square -> nodes.add(square.share()));
    fill(nodes);
  }

  private Square square(int weekday, int hour, @Nullable Cell cell) {
    Region node = line("heat");
    node.getStyleClass().add(cell == null ? "heat-none" : "heat-" + level(cell.share()));
    Label share = axisLabel("");
    share.setTextAlignment(TextAlignment.CENTER);
    if (cell != null) {
      share.getStyleClass().add("heat-text-" + level(cell.share()));
    }
    return new Square(weekday, hour, cell, node, share);
  }

  private static int level(double share) {
    return Math.clamp((int) (share * LEVELS), 0, LEVELS - 1);
  }

  @Override
  void draw(double width, double height) {
    left = widest(days) + GAP;
    each = (width - left) / Math.max(1, hours.size());
    for (int i = 0; i < DAYS; i++) {
      before(days.get(i), left - GAP, (i + 0.5) * CELL);
    }
    for (int i = 0; i < hours.size(); i++) {
      hours.get(i).setVisible(each > ROOM_FOR_NUMBER || i % 2 == 0);
      centre(hours.get(i), left + (i + 0.5) * each, DAYS * CELL + 3);
    }
    for (int i = 0; i < squares.size(); i++) {
      Rectangle2D place = place(new Spot(i / DAYS, i % DAYS));
      double x = snapPositionX(place.getMinX());
      squares
          .get(i)
          .node()
          .resizeRelocate(
              x, place.getMinY(), snapPositionX(place.getMaxX()) - x, place.getHeight());
      share(squares.get(i), place);
    }
  }

  private void share(Square square, Rectangle2D place) {
    Cell cell = square.cell();
    Label label = square.share();
    label.setVisible(cell != null && each >= ROOM_FOR_NUMBER);
    if (cell != null) {
      label.setText(
          each >= ROOM_FOR_PERCENT
              ? numbers.percent(cell.share())
              : numbers.count(Math.round(cell.share() * 100)));
      centre(
          label,
          (place.getMinX() + place.getMaxX()) / 2,
          place.getMinY() + (place.getHeight() - label.prefHeight(-1)) / 2);
    }
  }

  @Override
  public boolean isEmpty() {
    return squares.stream().allMatch(square -> square.cell() == null);
  }

  @Override
  int columns() {
    return hours.size();
  }

  @Override
  int rows(int column) {
    return DAYS;
  }

  @Override
  Spot first() {
    return new Spot(0, DAYS - 1);
  }

  private Square at(Spot spot) {
    return squares.get(spot.column() * DAYS + spot.row());
  }

  @Override
  Rectangle2D place(Spot spot) {
    int fromTop = DAYS - 1 - spot.row();
    return new Rectangle2D(
        left + spot.column() * each + BETWEEN / 2,
        fromTop * CELL + BETWEEN / 2,
        Math.max(0, each - BETWEEN),
        CELL - BETWEEN);
  }

  @Override
  @Nullable Spot spotAt(double x, double y) {
    int column = (int) Math.floor((x - left) / each);
    int fromTop = (int) Math.floor(y / CELL);
    boolean within = x >= left && column < hours.size() && fromTop >= 0 && fromTop < DAYS;
    return within ? new Spot(column, DAYS - 1 - fromTop) : null;
  }

  @Override
  List<String> words(Spot spot) {
    Square square = at(spot);
    String day =
        DayOfWeek.of(square.weekday())
            .getDisplayName(TextStyle.FULL_STANDALONE, words.texts().locale());
    List<String> told = new ArrayList<>();
    told.add("%s %02d:00 – %02d:00".formatted(day, square.hour(), (square.hour() + 1) % 24));
    if (square.cell() == null) {
      told.add(words.get("chart.unknown"));
    } else {
      told.addAll(square.cell().told());
    }
    return told;
  }

  @Override
  boolean leads(Spot spot) {
    return pick != null && at(spot).cell() != null;
  }

  @Override
  void lead(Spot spot) {
    if (pick != null) {
      pick.accept(at(spot).weekday(), at(spot).hour());
    }
  }

  @Override
  List<Legend.Entry> legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    for (int i = 0; i < LEVELS; i++) {
      entries.add(
          new Legend.Entry(
              "heat-" + i,
              words.get(
                  "chart.range",
                  numbers.percent((double) i / LEVELS),
                  numbers.percent((i + 1.0) / LEVELS))));
    }
    entries.add(new Legend.Entry("heat-none", words.get("chart.unknown")));
    return entries;
  }

  @Override
  public Table table() {
    return table;
  }
}
