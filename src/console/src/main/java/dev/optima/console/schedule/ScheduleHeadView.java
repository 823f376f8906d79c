package dev.optima.console.schedule;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Above the calendar: which days, how much at once, and the way to a new interview.
final class ScheduleHeadView extends HBox implements AutoCloseable {
  private final Words words;
  private final ScheduleViewModel model;
  private final Label title = Nodes.label("", "title");
  private final DateTimeFormatter month;
  private final DateTimeFormatter shortMonth;
  private final DateTimeFormatter onlyMonth;
  private final DateTimeFormatter day;
  private final DateTimeFormatter shortDay;
  private final ToggleButton side = new ToggleButton();
  private final Button plan;
  private final Subscriptions subscriptions = new Subscriptions();
  private boolean narrow;

  ScheduleHeadView(Words words, ScheduleViewModel model, Runnable onPlan) {
    super(8);
    this.words = words;
    this.model = model;
    month = DateTimeFormatter.ofPattern("LLLL yyyy", words.texts().locale());
    shortMonth = DateTimeFormatter.ofPattern("LLL yyyy", words.texts().locale());
    onlyMonth = DateTimeFormatter.ofPattern("LLL", words.texts().locale());
    day = DateTimeFormatter.ofPattern("d MMMM yyyy", words.texts().locale());
    shortDay = DateTimeFormatter.ofPattern("d MMM yyyy", words.texts().locale());
    getStyleClass().add("page-head");
    title.setId(Ids.SCHEDULE_TITLE);
    title.setMinWidth(0);
    plan = Nodes.button(Ids.SCHEDULE_NEW, words.get("schedule.new"), onPlan, "accent");
    plan.setGraphic(Nodes.icon(Feather.PLUS));
    side.setId(Ids.SCHEDULE_SIDE);
    side.setGraphic(Nodes.icon(Feather.SIDEBAR));
    side.setTooltip(new Tooltip(words.get("schedule.calendars")));
    side.setAccessibleText(words.get("schedule.calendars"));
    side.getStyleClass().addAll("button-icon", "flat", "quiet");
    getChildren()
        .addAll(
            side,
            title,
            turn(Ids.SCHEDULE_BACK, Feather.CHEVRON_LEFT, "schedule.back", -1),
            Nodes.button(Ids.SCHEDULE_TODAY, words.get("day.today"), model::today),
            turn(Ids.SCHEDULE_NEXT, Feather.CHEVRON_RIGHT, "schedule.next", 1),
            Nodes.spring(),
            spans(),
            plan);
    subscriptions.follow(model.board(), this::show);
  }

  private Button turn(String id, Feather icon, String key, int pages) {
    Button button = Nodes.button(id, "", () -> model.turn(pages), "button-icon");
    button.setGraphic(Nodes.icon(icon));
    button.setTooltip(new Tooltip(words.get(key)));
    button.setAccessibleText(words.get(key));
    return button;
  }

  private Node spans() {
    ToggleGroup group = new ToggleGroup();
    HBox spans = new HBox(2);
    spans.getStyleClass().add("spans");
    for (CalendarSpan span : CalendarSpan.values()) {
      ToggleButton button = new ToggleButton(words.get(word(span)));
      button.setId(Ids.SCHEDULE_SPAN + span.name());
      button.setToggleGroup(group);
      button.getStyleClass().add("span");
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(_ -> model.span(span));
      subscriptions.follow(model.board(), board -> button.setSelected(board.span() == span));
      spans.getChildren().add(button);
    }
    return spans;
  }

  private static String word(CalendarSpan span) {
    return switch (span) {
      case DAY -> "schedule.span.day";
      case WEEK -> "schedule.span.week";
      case MONTH -> "schedule.span.month";
      case AGENDA -> "schedule.span.agenda";
    };
  }

  private void show(Board board) {
    title.setText(
        switch (board.span()) {
          case DAY -> (narrow ? shortDay : day).format(board.date());
          case MONTH -> month(YearMonth.from(board.date()));
          case WEEK, AGENDA -> stretch(board.days());
        });
  }

  /// `November 2026`, or `Nov – Dec 2026` where the days are in two months.
  private String stretch(Days days) {
    YearMonth first = YearMonth.from(days.from());
    YearMonth last = YearMonth.from(days.last());
    if (first.equals(last)) {
      return month(first);
    }
    DateTimeFormatter before = first.getYear() == last.getYear() ? onlyMonth : shortMonth;
    return before.format(first) + " – " + shortMonth.format(last);
  }

  private String month(YearMonth one) {
    return (narrow ? shortMonth : month).format(one);
  }

  /// What opens and closes the pane at the side.
  ToggleButton side() {
    return side;
  }

  /// Where there is little room the button has only its picture, and a month its short name.
  void narrow(boolean now) {
    narrow = now;
    show(model.board().get());
    plan.setText(now ? "" : words.get("schedule.new"));
    plan.setAccessibleText(words.get("schedule.new"));
    plan.setTooltip(new Tooltip(words.get("schedule.new")));
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
