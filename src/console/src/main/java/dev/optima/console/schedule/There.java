package dev.optima.console.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Where somebody is whose clock matters now.
///
/// @param timeZone IANA
public record There(String name, String timeZone) {
  private static final LocalTime DAY_BEGINS = LocalTime.of(8, 0);
  private static final LocalTime DAY_ENDS = LocalTime.of(20, 0);

  /// UTC if this machine does not know it.
  public ZoneId zone() {
    return ZoneId.getAvailableZoneIds().contains(timeZone) ? ZoneId.of(timeZone) : ZoneId.of("UTC");
  }

  /// Whether any of it lies before 8 or after 20 o'clock there.
  public boolean isNight(Instant start, Instant end) {
    ZonedDateTime from = start.atZone(zone());
    LocalDate day = from.toLocalDate();
    return from.toLocalTime().isBefore(DAY_BEGINS)
        || end.isAfter(day.atTime(DAY_ENDS).atZone(zone()).toInstant());
  }

  /// Whether the clock there shows something else than here.
  public boolean differs(ZoneId here, Instant at) {
    return !zone().getRules().getOffset(at).equals(here.getRules().getOffset(at));
  }
}
