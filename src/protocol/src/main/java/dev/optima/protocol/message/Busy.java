package dev.optima.protocol.message;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who holds the line, and since when.
///
/// @param who the name of the colleague who is in the call
/// @param whoId the colleague
/// @param since when that call began to ring
/// @param applicantName with whom: another applicant, when it is one's own call that is in the way
public record Busy(
    CallId callId, String who, UserId whoId, Instant since, @Nullable String applicantName) {}
