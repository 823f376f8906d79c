package dev.optima.backend.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// What is asked of a CalDAV server.
final class CalDavQuestions {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /// What a resource is, and where one's calendars are (RFC 4791, 6.2.1; RFC 5397; RFC 6638, 9.1).
  static final String WHAT =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <D:propfind xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"
          xmlns:S="http://calendarserver.org/ns/">
        <D:prop>
          <D:resourcetype/><D:current-user-principal/><C:calendar-home-set/>
          <C:supported-calendar-component-set/><C:schedule-calendar-transp/><S:getctag/>
        </D:prop>
      </D:propfind>
      """;

  private CalDavQuestions() {}

  /// The events of a stretch of time (RFC 4791, 7.8).
  static String events(Instant from, Instant to) {
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
          <D:prop><C:calendar-data/></D:prop>
          <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
            <C:time-range start="%s" end="%s"/>
          </C:comp-filter></C:comp-filter></C:filter>
        </C:calendar-query>
        """
        .formatted(UTC.format(from), UTC.format(to));
  }

  /// The busy times of a stretch of time, for whom events may not be read (RFC 4791, 7.10).
  static String busy(Instant from, Instant to) {
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <C:free-busy-query xmlns:C="urn:ietf:params:xml:ns:caldav">
          <C:time-range start="%s" end="%s"/>
        </C:free-busy-query>
        """
        .formatted(UTC.format(from), UTC.format(to));
  }
}
