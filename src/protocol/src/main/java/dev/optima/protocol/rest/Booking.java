package dev.optima.protocol.rest;

import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A booking link, as the team sees it.
///
/// @param url the link; only in the answer to its creation, since the code is stored hashed
/// @param meetingId what was booked with it
public record Booking(
    String bookingId,
    UserId applicantId,
    String title,
    int durationMinutes,
    @Nullable String url,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable MeetingId meetingId) {}
