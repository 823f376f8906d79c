package dev.optima.console.schedule;

import dev.optima.protocol.rest.BusyTimes;
import java.time.LocalDate;
import java.util.List;

/// What the calendar shows now.
///
/// @param date the chosen day
/// @param slots the meetings, earliest first, also of the days beside
/// @param busy when one is busy elsewhere
public record Board(
    CalendarSpan span, LocalDate date, List<Slot> slots, List<BusyTimes.Busy> busy) {

  public Board {
    slots = List.copyOf(slots);
    busy = List.copyOf(busy);
  }

  /// The days that are shown.
  public Days days() {
    return span.days(date);
  }
}
