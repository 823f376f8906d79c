package dev.optima.protocol.rest;

import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why a time is not free.
///
/// @param userId whose time it is: an interviewer's or the applicant's
/// @param meetingId the other meeting; absent for a busy time of another calendar
/// @param start of what is there, without the pause around it
/// @param pause only the pause between meetings is too short
public record MeetingConflict(
    UserId userId,
    String name,
    @Nullable MeetingId meetingId,
    Instant start,
    Instant end,
    boolean pause) {}
