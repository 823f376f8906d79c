package dev.optima.protocol.rest;

/// `POST /api/rooms/{roomId}/call-me`: the applicant asks to be called.
///
/// @param key the same key is the same wish
public record CallMe(String key) {}
