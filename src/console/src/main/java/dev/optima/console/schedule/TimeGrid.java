package dev.optima.console.schedule;

import com.calendarfx.model.Entry;
import com.calendarfx.view.DateControl.EditOperation;
import com.calendarfx.view.DayViewBase.EarlyLateHoursStrategy;
import com.calendarfx.view.DayViewBase.HoursLayoutStrategy;
import com.calendarfx.view.DetailedWeekView;
import com.calendarfx.view.RequestEvent;
import com.calendarfx.view.WeekDayView;
import com.calendarfx.view.WeekView;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.List;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Some days side by side with their hours: CalendarFX's week, with heads and edges of our own,
/// which speak the recruiter's language and show a second clock.
final class TimeGrid extends VBox implements CalendarPane {
  private static final double HOUR = 60;
  private static final int HOURS = 24;
  private static final double FIRST_SEEN = 8 * HOUR;
  private static final LocalTime WORK_BEGINS = LocalTime.of(9, 0);
  private static final LocalTime WORK_ENDS = LocalTime.of(18, 0);

  private final Words words;
  private final DetailedWeekView week;
  private final EntryBook book;
  private final DayHeads heads;
  private final HourScale here;
  private final HourScale there;
  private final Label hereName = Nodes.label("", "zone-name", "smaller", "faint");
  private final Label thereName = Nodes.label("", "zone-name", "smaller");
  private final Deeds deeds;
  private @Nullable There other;
  private boolean scrolled;

  TimeGrid(Words words, EntryBook book, int days, Deeds deeds) {
    this.words = words;
    this.book = book;
    this.deeds = deeds;
    week = new DetailedWeekView(days);
    heads = new DayHeads(words, days == 1 ? "EEEE d" : "EEE d", days, deeds::goDay);
    getStyleClass().add("time-grid");
    configure(days);
    WeekView inner = week.getWeekView();
    here = new HourScale(words.formats(), HOUR, inner.translateYProperty());
    there = new HourScale(words.formats(), HOUR, inner.translateYProperty());
    there.getStyleClass().add("hour-scale-there");
    HBox.setHgrow(week, Priority.ALWAYS);
    HBox body = new HBox(there, here, week);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().setAll(head(), body);
    showThere(null);
    inner.heightProperty().addListener((_, _, now) -> scrollAtFirst(now.doubleValue()));
    week.skinProperty().addListener((_, _, _) -> mendScrollBar());
  }

  /// CalendarFX lets its own scale of hours, which is not shown here, say how far one may scroll:
  /// nowhere.
  private void mendScrollBar() {
    if (week.lookup(".scroll-bar") instanceof ScrollBar bar
        && week.lookup(".week-view-scroll-pane") instanceof Region pane) {
      DoubleBinding most = week.getWeekView().heightProperty().subtract(pane.heightProperty());
      bar.maxProperty().bind(most);
      bar.visibleAmountProperty()
          .bind(most.multiply(pane.heightProperty().divide(week.getWeekView().heightProperty())));
    }
  }

  private void configure(int days) {
    week.setShowAllDayView(false);
    week.setShowTimeScaleView(false);
    week.setShowWeekDayHeaderView(false);
    week.setAdjustToFirstDayOfWeek(days > 1);
    week.setWeekFields(WeekFields.ISO);
    week.setHoursLayoutStrategy(HoursLayoutStrategy.FIXED_HOUR_HEIGHT);
    week.setHourHeight(HOUR);
    week.setEarlyLateHoursStrategy(EarlyLateHoursStrategy.SHOW);
    week.setStartTime(WORK_BEGINS);
    week.setEndTime(WORK_ENDS);
    week.setZoneId(words.formats().zone());
    week.setEnableTimeZoneSupport(true);
    week.setVirtualGrid(new Quarters());
    week.setEnableCurrentTimeMarker(true);
    week.setEnableCurrentTimeCircle(true);
    week.setRequestedTime(null);
    week.setContextMenuCallback(null);
    week.setEntryContextMenuCallback(null);
    week.setEntryEditPolicy(asked -> mayEdit(asked.getEntry(), asked.getEditOperation()));
    week.setEntryDetailsCallback(asked -> CalendarPane.open(asked.getEntry(), deeds));
    week.setDefaultCalendarProvider(_ -> book.drafts());
    week.setEntryFactory(asked -> Drafts.entry(words, asked.getZonedDateTime()));
    week.addEventHandler(RequestEvent.REQUEST_ENTRY, this::drawn);
    week.getWeekView().setWeekDayViewFactory(_ -> dayView());
    week.getCalendarSources().clear();
  }

  /// Begins with the working hours in sight, once the day is as high as it will be.
  private void scrollAtFirst(double height) {
    if (!scrolled && height >= HOURS * HOUR) {
      scrolled = true;
      week.getWeekView().setTranslateY(-FIRST_SEEN);
    }
  }

  private static WeekDayView dayView() {
    WeekDayView day = new WeekDayView();
    day.setEntryViewFactory(SlotEntryView::new);
    return day;
  }

  private static boolean mayEdit(Entry<?> entry, EditOperation operation) {
    return operation != EditOperation.DELETE
        && (!(entry instanceof SlotEntry meeting)
            || MoveViewModel.isMovable(meeting.getUserObject().meeting()));
  }

  /// Something new was drawn, or a free place pressed twice.
  private void drawn(RequestEvent event) {
    if (event.getEntry() instanceof Drafts.Draft draft) {
      event.consume();
      Instant start = draft.getStartAsZonedDateTime().toInstant();
      Instant end = draft.getEndAsZonedDateTime().toInstant();
      book.dropDrafts();
      deeds.plan(start, (int) ChronoUnit.MINUTES.between(start, end));
    }
  }

  private HBox head() {
    hereName.setMinWidth(here.getMinWidth());
    hereName.setMaxWidth(here.getMinWidth());
    thereName.setMinWidth(there.getMinWidth());
    thereName.setMaxWidth(there.getMinWidth());
    HBox.setHgrow(heads, Priority.ALWAYS);
    Region overBar = new Region();
    overBar.getStyleClass().add("over-scroll-bar");
    HBox head = new HBox(thereName, hereName, heads, overBar);
    head.getStyleClass().add("time-grid-head");
    return head;
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public void activate(boolean now) {
    if (now) {
      week.getCalendarSources().setAll(List.of(book.source()));
    } else {
      week.getCalendarSources().clear();
    }
  }

  @Override
  public void show(Board board, LocalDate today) {
    boolean atOnce = !board.date().equals(week.getDate()) || book.isMuch(board);
    if (atOnce) {
      week.setSuspendUpdates(true);
    }
    book.show(board, atOnce);
    week.setDate(board.date());
    if (atOnce) {
      week.setSuspendUpdates(false);
    }
    heads.show(first(board), today);
    here.show(first(board), words.formats().zone());
    showThere(other);
  }

  private LocalDate first(Board board) {
    return board.days().from();
  }

  @Override
  public void showThere(@Nullable There whose) {
    other = whose;
    LocalDate day = week.getStartDate();
    ZoneId zone = words.formats().zone();
    boolean differs =
        whose != null && whose.differs(zone, day.atTime(LocalTime.NOON).atZone(zone).toInstant());
    Nodes.present(there, differs);
    Nodes.present(thereName, differs);
    hereName.setText(differs ? words.formats().city(zone.getId()) : "");
    if (whose != null && differs) {
      there.show(day, whose.zone());
      thereName.setText(words.formats().city(whose.timeZone()));
    }
  }

  @Override
  public void tell(Instant now) {
    ZonedDateTime at = now.atZone(words.formats().zone());
    week.setToday(at.toLocalDate());
    week.setTime(at.toLocalTime());
  }
}
