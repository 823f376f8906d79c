package dev.optima.console.schedule;

import com.calendarfx.view.WeekView;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Some days side by side with their hours: CalendarFX's week, with heads and edges of our own,
/// which speak the recruiter's language and show a second clock.
final class TimeGrid extends VBox implements CalendarPane {
  private final Words words;
  private final MeetingWeek week;
  private final EntryBook book;
  private final DayHeads heads;
  private final HourScale here;
  private final HourScale there;
  private final Label hereName = Nodes.label("", "zone-name", "smaller", "faint");
  private final Label thereName = Nodes.label("", "zone-name", "smaller");
  private @Nullable There other;

  TimeGrid(Words words, EntryBook book, int days, Deeds deeds) {
    this.words = words;
    this.book = book;
    week = new MeetingWeek(words, book, days, deeds);
    heads = new DayHeads(words, days == 1 ? "EEEE d" : "EEE d", days, deeds::goDay);
    getStyleClass().add("time-grid");
    WeekView inner = week.getWeekView();
    here = new HourScale(words.formats(), MeetingWeek.HOUR, inner.translateYProperty());
    there = new HourScale(words.formats(), MeetingWeek.HOUR, inner.translateYProperty());
    there.getStyleClass().add("hour-scale-there");
    HBox.setHgrow(week, Priority.ALWAYS);
    HBox body = new HBox(there, here, week);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().setAll(head(), body);
    showThere(null);
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
