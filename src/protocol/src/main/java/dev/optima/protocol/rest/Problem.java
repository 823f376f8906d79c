package dev.optima.protocol.rest;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a request was refused (RFC 9457, `application/problem+json`).
///
/// @param type a URI of the form `urn:optima:problem:<code>`
/// @param status as in the response
/// @param detail what is wrong and what to do, in English; clients localize by `code`
/// @param field the field that is wrong, with code `invalid`
/// @param who with code `busy`: the colleague who holds the line, and `since` when
/// @param call the present state, where a call is concerned
/// @param conflicts why a time is not free, and `nextFree` the next time at which everybody is
/// @param meeting the present state, where a meeting is concerned
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    ErrorCode code,
    @Nullable String field,
    @Nullable CallId callId,
    @Nullable String who,
    @Nullable UserId whoId,
    @Nullable Instant since,
    @Nullable String applicantName,
    @Nullable CallSnapshot call,
    @Nullable Long retryAfter,
    @Nullable List<MeetingConflict> conflicts,
    @Nullable Instant nextFree,
    @Nullable Meeting meeting) {

  /// The media type of a problem.
  public static final String MEDIA_TYPE = "application/problem+json";
}
