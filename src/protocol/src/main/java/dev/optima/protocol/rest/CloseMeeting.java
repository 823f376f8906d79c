package dev.optima.protocol.rest;

import dev.optima.protocol.meeting.Absent;
import org.jspecify.annotations.Nullable;

/// `POST /api/meetings/{id}/outcome`, by the team.
///
/// @param absent who did not come, with `no_show`
public record CloseMeeting(Outcome outcome, @Nullable Absent absent, @Nullable Long version) {

  /// What became of a meeting.
  public enum Outcome {
    COMPLETED,
    NO_SHOW,
    /// Takes the former two back.
    UNDO
  }
}
