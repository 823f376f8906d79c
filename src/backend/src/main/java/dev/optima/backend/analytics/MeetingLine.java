package dev.optima.backend.analytics;

import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingStatus;
import org.jspecify.annotations.Nullable;

/// The meetings of a quarter of an hour of which the same became.
///
/// @param quarter for which they were planned
/// @param absent who did not come, if somebody did not
record MeetingLine(long quarter, MeetingStatus status, @Nullable Absent absent, long meetings) {
  /// Somebody should have come, and did or did not.
  boolean isDue() {
    return status == MeetingStatus.COMPLETED || isNoShow();
  }

  boolean isNoShow() {
    return status == MeetingStatus.NO_SHOW;
  }
}
