package dev.optima.console.schedule;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Beside the calendar: a small month, which calendars are shown, and what the colours mean.
final class ScheduleSideView extends ScrollPane implements AutoCloseable {
  private static final double WIDTH = 222;

  private final Words words;
  private final ScheduleViewModel model;
  private final MiniMonth month;
  private final VBox lines = new VBox(8);
  private final Subscriptions subscriptions = new Subscriptions();

  ScheduleSideView(Words words, ScheduleViewModel model) {
    this.words = words;
    this.model = model;
    month = new MiniMonth(words, model::go);
    VBox content =
        new VBox(
            10,
            month,
            Nodes.label(words.get("schedule.calendars"), "heading"),
            lines,
            Nodes.label(words.get("schedule.status"), "heading"),
            legend());
    content.getStyleClass().add("schedule-side-content");
    setContent(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    getStyleClass().add("schedule-side");
    subscriptions.list(model.calendars().lines(), this::showLines);
    subscriptions.update(this::showMonth, model.board(), model.todayDate());
  }

  private void showMonth() {
    Board board = model.board().get();
    month.show(board.date(), board.days(), model.todayDate().get());
  }

  private void showLines() {
    lines.getChildren().setAll(model.calendars().lines().stream().map(this::line).toList());
  }

  private Node line(CalendarLine line) {
    CheckBox box = new CheckBox(name(line));
    box.setId(Ids.SCHEDULE_CALENDAR + id(line));
    box.setWrapText(true);
    box.setMinHeight(Region.USE_PREF_SIZE);
    box.selectedProperty().bindBidirectional(line.shown());
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", dot(line));
    box.setGraphic(dot);
    return box;
  }

  private static String id(CalendarLine line) {
    return line.person() == null ? line.kind().name() : line.person().value();
  }

  private static String dot(CalendarLine line) {
    return switch (line.kind()) {
      case MINE, COLLEAGUE -> "by" + line.colour() + "-bar";
      case CANCELLED -> "by-cancelled-bar";
      case BUSY -> "by-busy-bar";
    };
  }

  private String name(CalendarLine line) {
    return switch (line.kind()) {
      case MINE -> words.get("schedule.mine");
      case COLLEAGUE -> line.name();
      case CANCELLED -> words.get("schedule.cancelled");
      case BUSY -> words.get("schedule.busyElsewhere");
    };
  }

  private Node legend() {
    return new VBox(
        6,
        List.of(
                word("meeting.state.invited", "plain"),
                word("meeting.state.accepted", "ok"),
                word("meeting.state.askedToMove", "warn"),
                word("meeting.state.declined", "bad"),
                word("meeting.state.live", "accent"),
                word("meeting.state.noShow", "violet"))
            .toArray(Node[]::new));
  }

  private Node word(String key, String tone) {
    Region chip = Nodes.chip(words.get(key), tone);
    chip.setMaxWidth(Double.MAX_VALUE);
    return chip;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
