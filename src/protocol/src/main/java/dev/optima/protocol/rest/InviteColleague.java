package dev.optima.protocol.rest;

import dev.optima.protocol.id.UserId;

/// `POST /api/video-calls/{callId}/invite`: a colleague is asked into a live call.
public record InviteColleague(UserId userId) {}
