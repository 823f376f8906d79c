package dev.optima.console.schedule;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// A small month to find a day by: press it, or go with the arrows.
final class MiniMonth extends VBox {
  private static final int WEEKS = 6;
  private static final int DAYS = 7;

  private final Words words;
  private final Consumer<LocalDate> go;
  private final Label title = Nodes.label("", "heading");
  private final DateTimeFormatter month;
  private final List<Label> cells = new ArrayList<>();
  private final List<LocalDate> dates = new ArrayList<>();
  private LocalDate chosen = LocalDate.EPOCH;

  MiniMonth(Words words, Consumer<LocalDate> go) {
    super(8);
    this.words = words;
    this.go = go;
    month = DateTimeFormatter.ofPattern("LLLL yyyy", words.texts().locale());
    setId(Ids.SCHEDULE_MINI);
    getStyleClass().add("mini-month");
    setFocusTraversable(true);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    getChildren().setAll(title, grid());
  }

  private GridPane grid() {
    GridPane grid = new GridPane();
    grid.setVgap(2);
    for (int day = 0; day < DAYS; day++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / DAYS);
      grid.getColumnConstraints().add(column);
      Label head =
          Nodes.label(
              DayOfWeek.of(day + 1).getDisplayName(TextStyle.NARROW, words.texts().locale()),
              "mini-day",
              "small",
              "faint");
      grid.add(head, day, 0);
    }
    for (int at = 0; at < WEEKS * DAYS; at++) {
      int index = at;
      Label cell = Nodes.label("", "mini-day", "small");
      cell.setMaxWidth(Double.MAX_VALUE);
      cell.setAlignment(Pos.CENTER);
      cell.setOnMouseClicked(_ -> go.accept(dates.get(index)));
      cells.add(cell);
      grid.add(cell, at % DAYS, 1 + at / DAYS);
    }
    return grid;
  }

  private void pressed(KeyEvent event) {
    int days =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          case UP -> -DAYS;
          case DOWN -> DAYS;
          default -> 0;
        };
    if (days != 0) {
      event.consume();
      go.accept(chosen.plusDays(days));
    }
  }

  /// Shows the month of a day.
  ///
  /// @param seen the days that the calendar shows
  void show(LocalDate date, Days seen, LocalDate today) {
    chosen = date;
    title.setText(month.format(date));
    setAccessibleText(
        words.formats().longDay(date.atTime(12, 0).atZone(words.formats().zone()).toInstant()));
    LocalDate first = CalendarSpan.monday(date.withDayOfMonth(1));
    dates.clear();
    for (int at = 0; at < cells.size(); at++) {
      LocalDate day = first.plusDays(at);
      dates.add(day);
      show(cells.get(at), day, seen, today);
    }
  }

  private void show(Label cell, LocalDate day, Days seen, LocalDate today) {
    boolean here = YearMonth.from(day).equals(YearMonth.from(chosen));
    cell.setText(Integer.toString(day.getDayOfMonth()));
    cell.getStyleClass().removeAll("mini-other", "mini-today", "mini-seen");
    if (!here) {
      cell.getStyleClass().add("mini-other");
    }
    if (day.equals(today)) {
      cell.getStyleClass().add("mini-today");
    } else if (seen.contains(day)) {
      cell.getStyleClass().add("mini-seen");
    }
  }
}
