package dev.optima.protocol.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.optima.protocol.message.CallSnapshot;
import org.jspecify.annotations.Nullable;

/// A call as a row of the history: all of a snapshot, and what one looks for in a list.
///
/// @param provider what carried the video
/// @param position what the applicant applied for
/// @param meetingTitle of the meeting it was held for
/// @param score of the whole call, 1.0 to 5.0; null if nothing was measured
/// @param drops how often one side was lost and came back
/// @param recorded whether something was recorded
public record CallRow(
    @JsonUnwrapped CallSnapshot call,
    String provider,
    @Nullable String position,
    @Nullable String meetingTitle,
    @Nullable Double score,
    int drops,
    boolean recorded) {}
