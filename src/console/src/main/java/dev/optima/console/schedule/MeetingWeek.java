package dev.optima.console.schedule;

import com.calendarfx.model.Entry;
import com.calendarfx.view.DateControl.EditOperation;
import com.calendarfx.view.DayViewBase.EarlyLateHoursStrategy;
import com.calendarfx.view.DayViewBase.HoursLayoutStrategy;
import com.calendarfx.view.DetailedWeekView;
import com.calendarfx.view.EntryViewBase;
import com.calendarfx.view.RequestEvent;
import com.calendarfx.view.WeekDayView;
import dev.optima.console.i18n.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// CalendarFX's week as the calendar of the interviews has it: no more than the hours and what is
/// drawn into them.
final class MeetingWeek extends DetailedWeekView {
  /// The height of an hour.
  static final double HOUR = 60;

  private static final int HOURS = 24;
  private static final double FIRST_SEEN = 8 * HOUR;
  private static final LocalTime WORK_BEGINS = LocalTime.of(9, 0);
  private static final LocalTime WORK_ENDS = LocalTime.of(18, 0);

  private final EntryBook book;
  private final CalendarPane.Deeds deeds;
  private boolean scrolled;

  MeetingWeek(Words words, EntryBook book, int days, CalendarPane.Deeds deeds) {
    super(days);
    this.book = book;
    this.deeds = deeds;
    look(days);
    draw(words);
    getCalendarSources().clear();
    getWeekView().heightProperty().addListener((_, _, now) -> scrollAtFirst(now.doubleValue()));
    skinProperty().addListener((_, _, _) -> mendScrollBar());
  }

  private void look(int days) {
    setShowAllDayView(false);
    setShowTimeScaleView(false);
    setShowWeekDayHeaderView(false);
    setAdjustToFirstDayOfWeek(days > 1);
    setWeekFields(WeekFields.ISO);
    setHoursLayoutStrategy(HoursLayoutStrategy.FIXED_HOUR_HEIGHT);
    setHourHeight(HOUR);
    setEarlyLateHoursStrategy(EarlyLateHoursStrategy.SHOW);
    setStartTime(WORK_BEGINS);
    setEndTime(WORK_ENDS);
    setEnableCurrentTimeMarker(true);
    setEnableCurrentTimeCircle(true);
    setRequestedTime(null);
    getWeekView().setWeekDayViewFactory(_ -> dayView());
  }

  private static WeekDayView dayView() {
    WeekDayView day = new WeekDayView();
    day.setEntryViewFactory(SlotEntryView::new);
    return day;
  }

  private void draw(Words words) {
    setZoneId(words.formats().zone());
    setEnableTimeZoneSupport(true);
    setVirtualGrid(new Quarters());
    setContextMenuCallback(null);
    setEntryContextMenuCallback(null);
    setEntryEditPolicy(asked -> mayEdit(asked.getEntry(), asked.getEditOperation()));
    setEntryDetailsCallback(asked -> CalendarPane.open(asked.getEntry(), deeds));
    setDefaultCalendarProvider(_ -> book.drafts());
    setEntryFactory(asked -> Drafts.entry(words, asked.getZonedDateTime()));
    addEventHandler(RequestEvent.REQUEST_ENTRY, this::drawn);
    addEventFilter(MouseEvent.MOUSE_DRAGGED, MeetingWeek::holdFast);
  }

  private static boolean mayEdit(Entry<?> entry, EditOperation operation) {
    return operation != EditOperation.DELETE
        && (!(entry instanceof SlotEntry meeting)
            || MoveViewModel.isMovable(meeting.getUserObject().meeting()));
  }

  /// What may not be moved stays where it is: CalendarFX would fail over it.
  private static void holdFast(MouseEvent event) {
    if (event.getTarget() instanceof EntryViewBase<?> view
        && !mayEdit(view.getEntry(), EditOperation.MOVE)) {
      event.consume();
    }
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

  /// Begins with the working hours in sight, once the day is as high as it will be.
  private void scrollAtFirst(double height) {
    if (!scrolled && height >= HOURS * HOUR) {
      scrolled = true;
      getWeekView().setTranslateY(-FIRST_SEEN);
    }
  }

  /// CalendarFX lets its own scale of hours, which is not shown here, say how far one may scroll:
  /// nowhere.
  private void mendScrollBar() {
    if (lookup(".scroll-bar") instanceof ScrollBar bar
        && lookup(".week-view-scroll-pane") instanceof Region pane) {
      DoubleBinding most = getWeekView().heightProperty().subtract(pane.heightProperty());
      bar.maxProperty().bind(most);
      bar.visibleAmountProperty()
          .bind(most.multiply(pane.heightProperty().divide(getWeekView().heightProperty())));
    }
  }
}
