package dev.optima.console.booking;

import dev.optima.protocol.rest.BookingRule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The rule by which an applicant may pick a time.
final class RuleViewModel {
  private final Set<DayOfWeek> days =
      new TreeSet<>(
          List.of(
              DayOfWeek.MONDAY,
              DayOfWeek.TUESDAY,
              DayOfWeek.WEDNESDAY,
              DayOfWeek.THURSDAY,
              DayOfWeek.FRIDAY));
  private final ObjectProperty<LocalTime> from = new SimpleObjectProperty<>(LocalTime.of(9, 0));
  private final ObjectProperty<LocalTime> to = new SimpleObjectProperty<>(LocalTime.of(18, 0));
  private final IntegerProperty buffer = new SimpleIntegerProperty(15);
  private final IntegerProperty notice = new SimpleIntegerProperty(24);
  private final IntegerProperty cap = new SimpleIntegerProperty(4);
  private final IntegerProperty ahead = new SimpleIntegerProperty(14);

  boolean has(DayOfWeek day) {
    return days.contains(day);
  }

  void set(DayOfWeek day, boolean on) {
    if (on) {
      days.add(day);
    } else {
      days.remove(day);
    }
  }

  /// Whether an interview of this length fits into its hours at all.
  boolean holds(int minutes) {
    return !days.isEmpty()
        && !from.get().plusMinutes(minutes).isAfter(to.get())
        && from.get().isBefore(to.get());
  }

  BookingRule rule() {
    return new BookingRule(
        List.copyOf(days),
        from.get(),
        to.get(),
        buffer.get(),
        notice.get(),
        cap.get(),
        ahead.get());
  }

  ObjectProperty<LocalTime> from() {
    return from;
  }

  ObjectProperty<LocalTime> to() {
    return to;
  }

  /// Minutes free before and after.
  IntegerProperty buffer() {
    return buffer;
  }

  /// Hours from now at least.
  IntegerProperty notice() {
    return notice;
  }

  /// Interviews a day at most.
  IntegerProperty cap() {
    return cap;
  }

  /// Days from now at most.
  IntegerProperty ahead() {
    return ahead;
  }
}
