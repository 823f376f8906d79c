package dev.optima.backend.meeting.invite;

import dev.optima.protocol.meeting.MeetingAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One meeting, as a calendar is to show it.
///
/// @param uid the same for as long as there is the meeting
/// @param sequence rises with each change that calendars must learn of (RFC 5546, 2.1.4)
/// @param timeZone in which it is written, IANA
/// @param url where one joins, or answers
/// @param organizer who invites; null in a calendar that one only reads
/// @param attendee who is invited; null in a calendar that one only reads
/// @param alarms how long before the start the reader's own calendar reminds them
public record CalendarEvent(
    String uid,
    long sequence,
    Instant start,
    Instant end,
    String timeZone,
    String title,
    String description,
    String url,
    @Nullable Organizer organizer,
    @Nullable Attendee attendee,
    boolean cancelled,
    Instant createdAt,
    Instant updatedAt,
    List<Duration> alarms) {

  public CalendarEvent {
    alarms = List.copyOf(alarms);
  }

  /// Who invites.
  public record Organizer(String name, String email) {}

  /// Who is invited, and what they said.
  public record Attendee(String name, String email, MeetingAnswer answer) {}
}
