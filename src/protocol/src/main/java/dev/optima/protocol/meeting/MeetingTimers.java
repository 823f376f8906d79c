package dev.optima.protocol.meeting;

import java.time.Duration;

/// When a meeting changes by itself.
///
/// @param open how long before its start one may join
/// @param nudge how long after its start the missing side is reminded
/// @param ask how long after its start the owner is asked what to do
/// @param review how long after its end an unresolved meeting is marked for review
/// @param undo how long a no-show can be undone
public record MeetingTimers(
    Duration open, Duration nudge, Duration ask, Duration review, Duration undo) {

  public static final MeetingTimers DEFAULT =
      new MeetingTimers(
          Duration.ofMinutes(15),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(24));

  public MeetingTimers {
    if (open.isNegative() || !nudge.isPositive() || ask.compareTo(nudge) <= 0) {
      throw new IllegalArgumentException("a meeting opens, then nudges, then asks");
    }
    if (!review.isPositive() || !undo.isPositive()) {
      throw new IllegalArgumentException("a timer is longer than zero");
    }
  }
}
