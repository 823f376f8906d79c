package dev.optima.console.schedule;

import com.calendarfx.model.Entry;
import com.calendarfx.model.Interval;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.MeetingStates;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A meeting as CalendarFX draws it.
final class SlotEntry extends Entry<Slot> {
  private static final Duration SHORTEST = Duration.ofMinutes(15);

  private final Words words;
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");

  SlotEntry(Words words, Slot slot) {
    super(slot.meeting().applicantName(), interval(slot, words.formats().zone()));
    this.words = words;
    setId(slot.meeting().meetingId().value());
    setMinimumDuration(SHORTEST);
    show(slot);
  }

  private static Interval interval(Slot slot, ZoneId zone) {
    return new Interval(slot.start(), slot.end(), zone);
  }

  /// Shows the meeting as it is now.
  void show(Slot slot) {
    setUserObject(slot);
    setTitle(slot.meeting().applicantName());
    Interval interval = interval(slot, words.formats().zone());
    if (!interval.equals(getInterval())) {
      setInterval(interval);
    }
    line.set(words.get(MeetingStates.word(slot.meeting())) + " · " + slot.meeting().title());
    List<String> styles = List.of("meeting-slot", "slot-" + tone(slot));
    if (!getStyleClass().equals(styles)) {
      getStyleClass().setAll(styles);
    }
  }

  /// The colour of a state.
  private static String tone(Slot slot) {
    return switch (slot.meeting().status()) {
      case CANCELLED -> "cancelled";
      case SCHEDULED, OPEN, IN_PROGRESS, COMPLETED, NO_SHOW -> MeetingStates.tone(slot.meeting());
    };
  }

  /// Whether it was drawn to where the meeting is not.
  boolean isElsewhere() {
    return !interval(getUserObject(), words.formats().zone()).equals(getInterval());
  }

  /// What stands below the name.
  ReadOnlyStringProperty line() {
    return line.getReadOnlyProperty();
  }

  /// All of it in words, for those who do not see it.
  String spoken() {
    Slot slot = getUserObject();
    return words.get(
        "schedule.spoken",
        slot.meeting().applicantName(),
        words.formats().span(slot.start(), slot.end()),
        line.get());
  }
}
