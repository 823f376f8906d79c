package dev.optima.protocol.rest;

import dev.optima.protocol.message.CallSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls, newest first.
///
/// @param next to be given as `before` for the next page
public record CallList(List<CallSnapshot> calls, @Nullable String next) {}
