package dev.optima.backend.call;

import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which calls are asked for; what is null is not asked.
///
/// @param person anybody who took part
/// @param from created then or later
/// @param to created before then
public record CallFilter(
    @Nullable CallState state,
    @Nullable CallOutcome outcome,
    @Nullable UserId person,
    @Nullable Instant from,
    @Nullable Instant to) {

  public static final CallFilter ALL = new CallFilter(null, null, null, null, null);
}
