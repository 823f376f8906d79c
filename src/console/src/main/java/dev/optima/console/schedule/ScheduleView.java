package dev.optima.console.schedule;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.message.Meeting;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The calendar of the interviews.
public final class ScheduleView extends BorderPane implements AutoCloseable, CalendarPane.Deeds {
  private static final double ROOM_FOR_SIDE = 900;
  private static final double ROOM_FOR_WORDS = 760;
  private static final int WORKDAYS = 5;
  private static final int WEEKDAYS = 7;

  private final Words words;
  private final ScheduleViewModel model;
  private final Doors doors;
  private final EntryBook book;
  private final Map<Integer, CalendarPane> grids = new HashMap<>();
  private final Map<CalendarSpan, CalendarPane> others = new EnumMap<>(CalendarSpan.class);
  private final StackPane host = new StackPane();
  private final ScheduleHeadView head;
  private final ScheduleSideView side;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable CalendarPane pane;
  private @Nullable Boolean wide;

  /// What the calendar leads to.
  public interface Doors {
    /// Plans an interview.
    ///
    /// @param start at this time; null for one that is yet to be chosen
    void plan(@Nullable Instant start, int minutes);

    /// Shows a meeting.
    void open(Meeting meeting);
  }

  public ScheduleView(Words words, ScheduleViewModel model, Doors doors) {
    this.words = words;
    this.model = model;
    this.doors = doors;
    setId(Ids.SCHEDULE);
    getStyleClass().addAll("page", "schedule");
    book = new EntryBook(words, this::drawn);
    head =
        new ScheduleHeadView(words, model, () -> doors.plan(null, ScheduleViewModel.USUAL_MINUTES));
    side = new ScheduleSideView(words, model);
    BorderPane body = new BorderPane(host);
    body.setLeft(side);
    body.setTop(notes());
    setTop(head);
    setCenter(body);
    subscriptions.follow(widthProperty(), width -> narrow(width.doubleValue()));
    subscriptions.follow(head.side().selectedProperty(), now -> Nodes.present(side, now));
    subscriptions.update(this::show, model.board(), model.todayDate());
    subscriptions.follow(model.there(), whose -> pane().showThere(whose));
    subscriptions.follow(model.minute(), now -> pane().tell(now));
  }

  private void narrow(double width) {
    if (width > 0) {
      boolean now = width >= ROOM_FOR_SIDE;
      if (wide == null || wide != now) {
        head.side().setSelected(now);
        wide = now;
      }
      head.narrow(width < ROOM_FOR_WORDS);
    }
  }

  private Node notes() {
    Label problem = Nodes.wrapped("", "problem");
    HBox bar =
        new HBox(
            12,
            problem,
            Nodes.button(Ids.SCHEDULE_RETRY, words.get("schedule.retry"), model::retry));
    bar.setId(Ids.SCHEDULE_PROBLEM);
    bar.getStyleClass().addAll("bar", "problem-box");
    subscriptions.follow(
        model.problem(),
        why -> {
          Nodes.present(bar, why != null);
          problem.setText(why == null ? "" : words.get("schedule.problem", why));
        });
    return bar;
  }

  private void show() {
    Board board = model.board().get();
    CalendarPane next = paneFor(board);
    if (next != pane) {
      if (pane != null) {
        pane.activate(false);
      }
      pane = next;
      next.activate(true);
      next.tell(model.minute().get());
      host.getChildren().setAll(next.node());
    }
    next.show(board, model.todayDate().get());
    next.showThere(model.there().get());
  }

  private CalendarPane pane() {
    CalendarPane shown = pane;
    return shown == null ? paneFor(model.board().get()) : shown;
  }

  private CalendarPane paneFor(Board board) {
    return switch (board.span()) {
      case DAY -> grid(1);
      case WEEK -> grid(hasWeekend(board) ? WEEKDAYS : WORKDAYS);
      case MONTH ->
          others.computeIfAbsent(CalendarSpan.MONTH, _ -> new MonthGrid(words, book, this));
      case AGENDA -> others.computeIfAbsent(CalendarSpan.AGENDA, _ -> new AgendaPane(words, this));
    };
  }

  private CalendarPane grid(int days) {
    return grids.computeIfAbsent(days, many -> new TimeGrid(words, book, many, this));
  }

  /// A week has its weekend only if something is on it, or it is the chosen day.
  private boolean hasWeekend(Board board) {
    LocalDate saturday = board.days().from().with(DayOfWeek.SATURDAY);
    Days weekend = Days.of(saturday, 2);
    return weekend.contains(board.date())
        || board.slots().stream()
            .anyMatch(slot -> weekend.meets(slot.start(), slot.end(), model.zone()));
  }

  private void drawn(SlotEntry entry) {
    Meeting meeting = entry.getUserObject().meeting();
    Instant start = entry.getStartAsZonedDateTime().toInstant();
    int minutes = (int) entry.getDuration().toMinutes();
    model.moves().ask(meeting, start, minutes);
  }

  @Override
  public void open(Meeting meeting) {
    model.there().set(new There(meeting.applicantName(), meeting.applicantTimeZone()));
    doors.open(meeting);
  }

  @Override
  public void plan(Instant start, int minutes) {
    model.soon(() -> doors.plan(start, minutes));
  }

  @Override
  public void goDay(LocalDate day) {
    model.goDay(day);
  }

  @Override
  public void close() {
    subscriptions.close();
    head.close();
    side.close();
  }
}
