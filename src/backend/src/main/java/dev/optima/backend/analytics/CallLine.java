package dev.optima.backend.analytics;

import dev.optima.protocol.call.CallOutcome;

/// The calls of a quarter of an hour that came to the same end.
///
/// @param quarter in which they were placed
/// @param opened whether they were rooms of meetings, which do not ring
/// @param measured of how many interviews the quality is known
/// @param scores the sum of these
/// @param poor how many of these are below [#POOR]
record CallLine(
    long quarter,
    CallOutcome outcome,
    boolean opened,
    long calls,
    long measured,
    double scores,
    long poor) {
  /// A call of a lower score was a bad one.
  static final double POOR = 3.0;

  boolean isInterview() {
    return outcome == CallOutcome.COMPLETED || outcome == CallOutcome.DROPPED;
  }

  /// It rang, and the caller did not take it back.
  boolean isRing() {
    return !opened && outcome != CallOutcome.OFFLINE && outcome != CallOutcome.CANCELLED;
  }

  /// The applicant accepted.
  boolean isAnswered() {
    return isRing() && outcome != CallOutcome.NO_ANSWER && outcome != CallOutcome.REJECTED;
  }
}
