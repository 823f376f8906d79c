package dev.optima.console.schedule;

import java.time.Instant;
import java.time.ZoneId;

/// Where somebody is whose clock matters now.
///
/// @param timeZone IANA
public record There(String name, String timeZone) {

  /// UTC if this machine does not know it.
  public ZoneId zone() {
    return ZoneId.getAvailableZoneIds().contains(timeZone) ? ZoneId.of(timeZone) : ZoneId.of("UTC");
  }

  /// Whether the clock there shows something else than here.
  public boolean differs(ZoneId here, Instant at) {
    return !zone().getRules().getOffset(at).equals(here.getRules().getOffset(at));
  }
}
