package dev.optima.console.chart;

import dev.optima.console.i18n.Numbers;
import dev.optima.console.i18n.Words;
import dev.optima.protocol.rest.CallAnalytics.Day;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What became of the calls or meetings of each day, one upon the other. Left and right go through
/// the days, up and down through what a day is made of.
public final class StackedDays extends Plot {
  private static final double HEIGHT = 176;
  private static final double FOOT = 22;
  private static final double HEAD = 6;
  private static final double WIDEST = 18;
  private static final double FILLED = 0.6;

  private final Words words;
  private final Numbers numbers;
  private final DateTimeFormatter name;
  private final List<Stack> stacks = new ArrayList<>();
  private final List<Region> lines = new ArrayList<>();
  private List<DayPart> parts = List.of();
  private List<Label> scale = List.of();
  private Steps steps = Steps.whole(1);
  private DayLabels days;
  private Frame frame = new Frame(0, 0, 0);
  private BiConsumer<LocalDate, @Nullable DayPart> pick = (_, _) -> {};

  /// A day: its parts from below that are not nothing, and what draws them.
  private record Stack(Day day, List<DayPart> parts, List<Region> bars) {
    long total() {
      return parts.stream().mapToLong(part -> part.of(day)).sum();
    }
  }

  /// Where the columns are.
  private record Frame(double left, double each, double bottom) {}

  public StackedDays(Words words) {
    super(HEIGHT);
    this.words = words;
    numbers = words.numbers();
    name = DateTimeFormatter.ofPattern("EEE d MMM yyyy", words.texts().locale());
    days = new DayLabels(List.of(), words.texts().locale());
  }

  /// What a press or Enter on a day does; with the part of it that was meant, if one was.
  public void onPick(BiConsumer<LocalDate, @Nullable DayPart> then) {
    pick = then;
  }

  /// Draws other days. Parts that are nothing on all of them are left out of the legend.
  ///
  /// @param wanted from below
  public void show(List<DayPart> wanted, List<Day> shown) {
    if (isDrawn(List.copyOf(wanted), List.copyOf(shown))) {
      return;
    }
    parts = List.copyOf(wanted);
    stacks.clear();
    shown.forEach(day -> stacks.add(stack(day)));
    steps = Steps.whole(stacks.stream().mapToLong(Stack::total).max().orElse(0));
    scale = labels(steps, value -> numbers.count(Math.round(value)));
    days = new DayLabels(shown.stream().map(Day::date).toList(), words.texts().locale());
    lines.clear();
    scale.forEach(_ -> lines.add(line("grid-line")));
    List<Node> nodes = new ArrayList<>(lines);
    nodes.addAll(scale);
    nodes.addAll(days.labels());
    stacks.forEach(stack -> nodes.addAll(stack.bars()));
    fill(nodes);
  }

  private Stack stack(Day day) {
    List<DayPart> present = parts.stream().filter(part -> part.of(day) > 0).toList();
    List<Region> bars =
        present.stream()
            .map(
                part -> {
                  Region bar = line("bar");
                  bar.getStyleClass().add(part.look());
                  return bar;
                })
            .toList();
    return new Stack(day, present, bars);
  }

  @Override
  void draw(double width, double height) {
    double left = widest(scale) + GAP;
    double bottom = height - FOOT;
    double each = (width - left) / Math.max(1, stacks.size());
    frame = new Frame(left, each, bottom);
    for (int i = 0; i < scale.size(); i++) {
      double y = snapPositionY(y(steps.from() + i * steps.step()));
      lines.get(i).resizeRelocate(left, y, width - left, 1);
      before(scale.get(i), left - GAP, y);
    }
    days.place(this, left, each, bottom + 4);
    for (int i = 0; i < stacks.size(); i++) {
      draw(stacks.get(i), left + i * each, each);
    }
  }

  private void draw(Stack stack, double left, double each) {
    double wide = snapSizeX(Math.max(2, Math.min(WIDEST, each * FILLED)));
    double x = snapPositionX(left + (each - wide) / 2);
    long below = 0;
    for (int i = 0; i < stack.bars().size(); i++) {
      long above = below + stack.parts().get(i).of(stack.day());
      double top = snapPositionY(y(above));
      stack.bars().get(i).resizeRelocate(x, top, wide, snapPositionY(y(below)) - top);
      below = above;
    }
  }

  private double y(double value) {
    return frame.bottom() - steps.share(value) * (frame.bottom() - HEAD);
  }

  @Override
  public boolean isEmpty() {
    return stacks.stream().allMatch(stack -> stack.parts().isEmpty());
  }

  @Override
  int columns() {
    return stacks.size();
  }

  @Override
  int rows(int column) {
    return stacks.get(column).parts().size() + 1;
  }

  @Override
  Rectangle2D place(Spot spot) {
    if (spot.row() > 0) {
      Region bar = stacks.get(spot.column()).bars().get(spot.row() - 1);
      return new Rectangle2D(
          bar.getLayoutX() - 2, bar.getLayoutY() - 1, bar.getWidth() + 4, bar.getHeight() + 2);
    }
    return new Rectangle2D(
        frame.left() + spot.column() * frame.each(), 0, frame.each(), frame.bottom() + 1);
  }

  @Override
  @Nullable Spot spotAt(double x, double y) {
    int column = (int) Math.floor((x - frame.left()) / frame.each());
    if (x < frame.left() || column >= stacks.size()) {
      return null;
    }
    List<Region> bars = stacks.get(column).bars();
    for (int i = 0; i < bars.size(); i++) {
      if (bars.get(i).getBoundsInParent().contains(x, y)) {
        return new Spot(column, i + 1);
      }
    }
    return new Spot(column, 0);
  }

  @Override
  List<String> words(Spot spot) {
    Stack stack = stacks.get(spot.column());
    List<String> all = new ArrayList<>();
    all.add(name.format(stack.day().date()));
    if (spot.row() > 0) {
      all.add(told(stack, stack.parts().get(spot.row() - 1)));
      return all;
    }
    if (stack.parts().isEmpty()) {
      all.add(words.get("chart.nothing"));
    }
    stack.parts().reversed().forEach(part -> all.add(told(stack, part)));
    if (stack.parts().size() > 1) {
      all.add(words.get("chart.total", numbers.count(stack.total())));
    }
    return all;
  }

  private String told(Stack stack, DayPart part) {
    return words.get("chart.value", words.get(part.word()), numbers.count(part.of(stack.day())));
  }

  @Override
  boolean leads(Spot spot) {
    return !stacks.get(spot.column()).parts().isEmpty();
  }

  @Override
  void lead(Spot spot) {
    Stack stack = stacks.get(spot.column());
    pick.accept(stack.day().date(), spot.row() == 0 ? null : stack.parts().get(spot.row() - 1));
  }

  @Override
  List<Legend.Entry> legend() {
    return parts.stream()
        .filter(part -> stacks.stream().anyMatch(stack -> stack.parts().contains(part)))
        .map(part -> new Legend.Entry(part.look(), words.get(part.word())))
        .toList();
  }

  @Override
  public Table table() {
    List<String> head = new ArrayList<>();
    head.add(words.get("chart.column.day"));
    parts.forEach(part -> head.add(words.get(part.word())));
    List<List<Object>> rows = new ArrayList<>();
    for (Stack stack : stacks) {
      List<Object> row = new ArrayList<>();
      row.add(stack.day().date());
      parts.forEach(part -> row.add(part.of(stack.day())));
      rows.add(row);
    }
    return new Table(head, rows);
  }
}
