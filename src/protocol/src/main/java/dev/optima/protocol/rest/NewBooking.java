package dev.optima.protocol.rest;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /api/bookings`: a link with which an applicant picks one of the offered times.
///
/// @param slots the offered starts; or `rule`
/// @param timeZone of whoever offers, IANA
/// @param expiresAt when the offer ends; after 14 days if absent
/// @param sendEmail sends the link to the applicant's address too
public record NewBooking(
    @Nullable String key,
    UserId applicantId,
    String title,
    @Nullable String description,
    int durationMinutes,
    @Nullable List<UserId> interviewerIds,
    String timeZone,
    @Nullable List<Instant> slots,
    @Nullable BookingRule rule,
    @Nullable Instant expiresAt,
    @Nullable Boolean sendEmail) {}
