package dev.optima.backend.meeting;

import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When somebody has no time.
///
/// @param meetingId because of which meeting; null if because of something else
/// @param end not part of it
public record BusyTime(UserId userId, @Nullable MeetingId meetingId, Instant start, Instant end) {
  /// Whether it has a moment in common with `[from, to)`.
  boolean overlaps(Instant from, Instant to) {
    return start.isBefore(to) && end.isAfter(from);
  }
}
