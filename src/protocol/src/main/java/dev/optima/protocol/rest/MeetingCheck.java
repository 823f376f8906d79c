package dev.optima.protocol.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /api/meetings/check`: whether everybody has time then.
///
/// @param conflicts why not; empty if they have
/// @param nextFree with conflicts: the next time at which everybody is free; absent if none is near
public record MeetingCheck(List<MeetingConflict> conflicts, @Nullable Instant nextFree) {
  public MeetingCheck {
    conflicts = List.copyOf(conflicts);
  }
}
