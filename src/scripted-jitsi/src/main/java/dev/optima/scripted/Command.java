package dev.optima.scripted;

import com.fasterxml.jackson.databind.JsonNode;

/// What a page told a frame.
///
/// @param name the name of the wire, `video-hangup`
/// @param data its arguments, an array
public record Command(String name, JsonNode data) {}
