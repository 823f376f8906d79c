package dev.optima.protocol.meeting;

/// How far past its time a meeting is that has not begun. Nobody is blamed automatically: a
/// recruiter says what became of it.
public enum Overdue {
  NONE,
  /// The missing side was reminded.
  NUDGED,
  /// The owner is asked: ring now, wait, move, or no-show.
  ASKED,
  /// Long over, and nobody said what became of it.
  REVIEW
}
