package dev.optima.console.schedule;

import com.calendarfx.view.VirtualGrid;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// What is drawn begins and ends at a quarter of an hour. CalendarFX's own way to find one is in a
/// class that needs the library for recurring entries, which is not here.
final class Quarters extends VirtualGrid {
  private static final int MINUTES = 15;

  Quarters() {
    super("", "", ChronoUnit.MINUTES, MINUTES);
  }

  @Override
  public ZonedDateTime adjustTime(ZonedDateTime time, boolean roundUp, DayOfWeek first) {
    ZonedDateTime from = roundUp ? time.plusMinutes(MINUTES) : time;
    return from.truncatedTo(ChronoUnit.MINUTES).minusMinutes(from.getMinute() % MINUTES);
  }

  @Override
  public Instant adjustTime(Instant instant, ZoneId zone, boolean roundUp, DayOfWeek first) {
    return adjustTime(instant.atZone(zone), roundUp, first).toInstant();
  }

  @Override
  public LocalDateTime adjustTime(LocalDateTime time, boolean roundUp, DayOfWeek first) {
    LocalDateTime from = roundUp ? time.plusMinutes(MINUTES) : time;
    return from.truncatedTo(ChronoUnit.MINUTES).minusMinutes(from.getMinute() % MINUTES);
  }
}
