package dev.optima.console.schedule;

import com.calendarfx.model.Entry;
import com.calendarfx.view.MonthEntryView;
import impl.com.calendarfx.view.MonthEntryViewSkin;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Skin;

/// A meeting in a month: a press opens it. Its time is written as everywhere in the console, and
/// not as the machine's own language has it.
final class MonthSlotView extends MonthEntryView {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  MonthSlotView(Entry<?> entry) {
    super(entry);
    setDetailsClickCount(1);
    if (entry instanceof SlotEntry meeting) {
      setAccessibleText(meeting.spoken());
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new MonthEntryViewSkin(this) {
      @Override
      protected DateTimeFormatter getDateTimeFormatter() {
        return TIME;
      }
    };
  }
}
