package dev.optima.protocol.rest;

import dev.optima.protocol.id.RoomId;

/// `POST /api/video-calls/initiate`.
public record InitiateCall(RoomId roomId, String key) {}
