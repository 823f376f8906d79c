package dev.optima.console.schedule;

import dev.optima.protocol.message.Meeting;
import java.time.Instant;

/// A meeting as the calendar shows it.
///
/// @param start where it is shown: where it is, or where it is being moved to
/// @param minutes how long it is shown
/// @param colour the number of its interviewer's colour
/// @param line the calendar that it is in
public record Slot(Meeting meeting, Instant start, int minutes, int colour, CalendarLine line) {

  public Instant end() {
    return start.plusSeconds(60L * minutes);
  }
}
