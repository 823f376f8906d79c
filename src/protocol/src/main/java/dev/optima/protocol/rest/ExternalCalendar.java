package dev.optima.protocol.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A calendar elsewhere whose busy times are shown, read only.
///
/// @param url without what may be secret in it
/// @param problem why the last reading failed: `unreachable`, `unauthorized`, `not_found`,
///   `refused`, `not_a_calendar`, `forbidden_address`, `too_large`
public record ExternalCalendar(
    Kind kind,
    String url,
    @Nullable String user,
    @Nullable Instant readAt,
    @Nullable String problem) {

  /// How it is read.
  public enum Kind {
    /// An iCalendar file behind a URL.
    ICS,
    /// CalDAV (RFC 4791).
    CALDAV
  }
}
