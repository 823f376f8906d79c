package dev.optima.protocol.rest;

import dev.optima.protocol.message.Meeting;
import java.time.Instant;

/// `GET /api/meeting-links/{token}`: the meeting behind a link of a mail. Needs no session; a GET
/// changes nothing. `POST …/answer` and `POST …/cancel` act.
public record MeetingLinkInfo(
    String organisation,
    String applicantName,
    String language,
    Meeting meeting,
    Instant expiresAt) {}
