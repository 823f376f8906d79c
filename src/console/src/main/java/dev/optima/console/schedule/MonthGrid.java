package dev.optima.console.schedule;

import com.calendarfx.view.MonthView;
import com.calendarfx.view.RequestEvent;
import dev.optima.console.i18n.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.WeekFields;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A month: CalendarFX's, with heads of our own, which speak the recruiter's language. A press on a
/// day shows it, two presses plan an interview on it.
final class MonthGrid extends VBox implements CalendarPane {
  private static final LocalTime MORNING = LocalTime.of(10, 0);
  private static final int USUAL_MINUTES = 30;

  private final Words words;
  private final EntryBook book;
  private final Deeds deeds;
  private final MonthView month = new MonthView();
  private final DayHeads heads;

  MonthGrid(Words words, EntryBook book, Deeds deeds) {
    this.words = words;
    this.book = book;
    this.deeds = deeds;
    heads = new DayHeads(words, "EEE", 7, deeds::goDay);
    heads.setMouseTransparent(true);
    getStyleClass().add("month-grid");
    configure();
    VBox.setVgrow(month, Priority.ALWAYS);
    getChildren().setAll(heads, month);
  }

  private void configure() {
    month.setShowWeekdays(false);
    month.setShowCurrentWeek(false);
    month.setShowWeekNumbers(false);
    month.setShowDetailsUponEntryCreation(false);
    month.setWeekFields(WeekFields.ISO);
    month.setZoneId(words.formats().zone());
    month.setContextMenuCallback(null);
    month.setEntryContextMenuCallback(null);
    month.setEntryEditPolicy(_ -> false);
    month.setEntryDetailsCallback(asked -> CalendarPane.open(asked.getEntry(), deeds));
    month.setDefaultCalendarProvider(_ -> book.drafts());
    month.setEntryFactory(
        asked -> {
          deeds.plan(
              asked
                  .getZonedDateTime()
                  .toLocalDate()
                  .atTime(MORNING)
                  .atZone(words.formats().zone())
                  .toInstant(),
              USUAL_MINUTES);
          return null;
        });
    month.setEntryViewFactory(MonthSlotView::new);
    month.addEventHandler(
        RequestEvent.REQUEST_DATE,
        event -> {
          event.consume();
          deeds.goDay(event.getDate());
        });
    month.getCalendarSources().clear();
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public void activate(boolean now) {
    if (now) {
      month.getCalendarSources().setAll(List.of(book.source()));
    } else {
      month.getCalendarSources().clear();
    }
  }

  @Override
  public void show(Board board, LocalDate today) {
    boolean atOnce = !board.date().equals(month.getDate()) || book.isMuch(board);
    month.setSuspendUpdates(atOnce);
    book.show(board, atOnce);
    month.setDate(board.date());
    month.setSuspendUpdates(false);
    heads.show(board.days().from(), board.days().from().minusDays(1));
  }

  /// A month has no hours.
  @Override
  public void showThere(@Nullable There whose) {}

  @Override
  public void tell(Instant now) {
    ZonedDateTime at = now.atZone(words.formats().zone());
    if (!at.toLocalDate().equals(month.getToday())) {
      month.setToday(at.toLocalDate());
    }
  }
}
