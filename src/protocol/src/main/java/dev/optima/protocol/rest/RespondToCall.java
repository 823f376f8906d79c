package dev.optima.protocol.rest;

import dev.optima.protocol.message.CallAnswer;

/// `POST /api/video-calls/{callId}/respond`.
public record RespondToCall(CallAnswer action) {}
