package dev.optima.backend.quality;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.time.Instant;

/// How well one participant receives the others now.
///
/// @param bars 1 (hardly usable) to 4 (as good as it gets)
public record SideBars(CallId call, UserId user, int bars, Instant at) {}
