package dev.optima.protocol.rest;

import dev.optima.protocol.message.Meeting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Meetings by their time, earliest first.
///
/// @param next to be given as `after` for the next page
public record Meetings(List<Meeting> meetings, @Nullable String next) {}
