package dev.optima.protocol.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /api/meetings/schedule`, `PUT /api/meetings/{id}`, `POST /api/meetings/preview`.
///
/// @param key makes a retry of a POST harmless
/// @param interviewerIds who leads it beside whoever asks; the asking recruiter alone if absent
/// @param timeZone of whoever plans it, IANA
/// @param sendEmail whether the applicant is told by mail; true if absent. With PUT: told of this
///   change; if absent, as with the invitation. Whoever is told by mail once stays so
/// @param remind15Min true if absent
/// @param overrideReason why it may stand beside another meeting
/// @param version with PUT, and required there: what the sender saw; if another one is there by now
///   it is refused as `stale`
/// @param provider what carries the video: one of `GET /api/providers`; the organisation's if
///   absent
public record ScheduleMeeting(
    @Nullable String key,
    UserId applicantId,
    Instant scheduledTime,
    int durationMinutes,
    String title,
    @Nullable String description,
    @Nullable List<UserId> interviewerIds,
    String timeZone,
    @Nullable Boolean sendEmail,
    @JsonProperty("remind_15_min") @Nullable Boolean remind15Min,
    @Nullable Boolean waitingRoom,
    @Nullable Boolean consentToRecord,
    @Nullable String overrideReason,
    @Nullable Long version,
    @Nullable String provider) {}
