package dev.optima.console.schedule;

import com.calendarfx.model.Entry;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One way to show the calendar.
interface CalendarPane {
  Region node();

  /// Whether it is in sight; what is not costs nothing.
  void activate(boolean now);

  void show(Board board, LocalDate today);

  /// Shows the clock of somebody too; null for nobody's.
  void showThere(@Nullable There whose);

  /// Says what time it is.
  void tell(Instant now);

  /// Opens the meeting of an entry; says whether it has one.
  static boolean open(Entry<?> entry, CalendarPane.Deeds deeds) {
    if (entry instanceof SlotEntry meeting) {
      deeds.open(meeting.getUserObject().meeting());
      return true;
    }
    return false;
  }

  /// What the calendar leads to.
  interface Deeds {
    /// Shows a meeting.
    void open(Meeting meeting);

    /// Plans one at this time.
    void plan(Instant start, int minutes);

    /// Shows a day.
    void goDay(LocalDate day);
  }
}
