package dev.optima.console.schedule;

import com.calendarfx.model.Calendar;
import com.calendarfx.model.CalendarEvent;
import com.calendarfx.model.CalendarSource;
import com.calendarfx.model.Entry;
import com.calendarfx.model.Interval;
import dev.optima.console.i18n.Words;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.rest.BusyTimes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The meetings as entries of CalendarFX's calendars, one calendar for each interviewer. It is told
/// what is to be shown and changes only what differs; many changes are drawn once.
final class EntryBook {
  private static final int FEW = 6;

  private final Words words;
  private final Consumer<SlotEntry> drawn;
  private final CalendarSource source = new CalendarSource("meetings");
  private final Map<CalendarLine, Calendar<CalendarLine>> calendars = new HashMap<>();
  private final Calendar<String> busy = new Calendar<>("busy");
  private final Calendar<String> drafts = new Calendar<>("drafts");
  private final Map<MeetingId, SlotEntry> entries = new HashMap<>();
  private List<BusyTimes.Busy> busyTimes = List.of();
  private boolean writing;

  /// @param drawn told when somebody drew an entry elsewhere
  EntryBook(Words words, Consumer<SlotEntry> drawn) {
    this.words = words;
    this.drawn = drawn;
    busy.setStyle("busy");
    busy.setReadOnly(true);
    drafts.setStyle("draft");
    source.getCalendars().addAll(busy, drafts);
  }

  CalendarSource source() {
    return source;
  }

  /// Where what is being drawn anew is kept until it is planned.
  Calendar<String> drafts() {
    return drafts;
  }

  /// Whether more differs from what is to be shown than is drawn one by one.
  boolean isMuch(Board board) {
    int known = 0;
    int changed = 0;
    for (Slot slot : shown(board)) {
      SlotEntry entry = entries.get(slot.meeting().meetingId());
      known += entry == null ? 0 : 1;
      changed += entry == null || !slot.equals(entry.getUserObject()) ? 1 : 0;
    }
    return changed + entries.size() - known > FEW;
  }

  /// Shows these from now on.
  ///
  /// @param atOnce keeps CalendarFX from drawing each change for itself
  void show(Board board, boolean atOnce) {
    writing = true;
    try {
      if (atOnce) {
        calendars.values().forEach(Calendar::startBatchUpdates);
      }
      List<Slot> slots = shown(board);
      removeGone(slots);
      slots.forEach(this::show);
      if (atOnce) {
        calendars.values().forEach(Calendar::stopBatchUpdates);
      }
      showBusy(board.busy());
    } finally {
      writing = false;
    }
  }

  /// What is known of the days beside is not told to CalendarFX: it would draw all anew for it.
  private List<Slot> shown(Board board) {
    Days days = board.days();
    return board.slots().stream()
        .filter(slot -> days.meets(slot.start(), slot.end(), words.formats().zone()))
        .toList();
  }

  private void removeGone(List<Slot> slots) {
    Set<MeetingId> wanted = new HashSet<>();
    slots.forEach(slot -> wanted.add(slot.meeting().meetingId()));
    entries
        .entrySet()
        .removeIf(
            known -> {
              boolean gone = !wanted.contains(known.getKey());
              if (gone) {
                known.getValue().removeFromCalendar();
              }
              return gone;
            });
  }

  private void show(Slot slot) {
    SlotEntry known = entries.get(slot.meeting().meetingId());
    if (known == null) {
      SlotEntry entry = new SlotEntry(words, slot);
      entries.put(slot.meeting().meetingId(), entry);
      calendar(slot.line()).addEntry(entry);
      return;
    }
    if (!slot.equals(known.getUserObject()) || known.isElsewhere()) {
      known.show(slot);
      Calendar<CalendarLine> calendar = calendar(slot.line());
      if (!calendar.equals(known.getCalendar())) {
        known.setCalendar(calendar);
      }
    }
  }

  private Calendar<CalendarLine> calendar(CalendarLine line) {
    return calendars.computeIfAbsent(line, this::newCalendar);
  }

  private Calendar<CalendarLine> newCalendar(CalendarLine line) {
    Calendar<CalendarLine> calendar = new Calendar<>(line.name(), line);
    calendar.setStyle("by" + line.colour());
    calendar.addEventHandler(this::changed);
    source.getCalendars().add(calendar);
    return calendar;
  }

  private void changed(CalendarEvent event) {
    if (!writing
        && event.getEventType() == CalendarEvent.ENTRY_INTERVAL_CHANGED
        && event.getEntry() instanceof SlotEntry entry
        && entry.isElsewhere()) {
      drawn.accept(entry);
    }
  }

  private void showBusy(List<BusyTimes.Busy> times) {
    if (times.equals(busyTimes)) {
      return;
    }
    busyTimes = times;
    busy.startBatchUpdates();
    busy.clear();
    for (BusyTimes.Busy time : times) {
      Entry<String> entry =
          new Entry<>(
              words.get("schedule.busy"),
              new Interval(time.start(), time.end(), words.formats().zone()));
      entry.getStyleClass().setAll("meeting-slot", "slot-busy");
      busy.addEntry(entry);
    }
    busy.stopBatchUpdates();
  }

  /// Takes what was being drawn away again.
  void dropDrafts() {
    drafts.clear();
  }
}
