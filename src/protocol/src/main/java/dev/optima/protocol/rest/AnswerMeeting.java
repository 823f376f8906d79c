package dev.optima.protocol.rest;

import dev.optima.protocol.meeting.MeetingAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /api/meetings/{id}/answer`, by the applicant.
///
/// @param proposals other times, with `asked_to_move`; five at most
/// @param note to the team, 1,000 characters at most
/// @param sequence the state of the calendar that is answered; a later one makes it `stale`
public record AnswerMeeting(
    MeetingAnswer answer,
    @Nullable List<Instant> proposals,
    @Nullable String note,
    @Nullable Long sequence) {}
