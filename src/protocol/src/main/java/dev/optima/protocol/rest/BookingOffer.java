package dev.optima.protocol.rest;

import dev.optima.protocol.meeting.MeetingStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /api/booking-links/{code}`: what an applicant may pick. Needs no session; a GET changes
/// nothing.
///
/// @param timeZone the applicant's, IANA
/// @param slots starts that are free now, earliest first; without those that others hold
/// @param held what this link holds, until `heldUntil`
/// @param booked what was booked with it already
public record BookingOffer(
    String organisation,
    String applicantName,
    String language,
    String title,
    @Nullable String description,
    List<String> interviewers,
    int durationMinutes,
    String timeZone,
    List<Instant> slots,
    @Nullable Instant held,
    @Nullable Instant heldUntil,
    @Nullable Booked booked,
    Instant expiresAt) {

  /// The meeting that came of it.
  public record Booked(Instant scheduledTime, MeetingStatus status) {}
}
