package dev.optima.acceptance.check;

/// A promise that was not kept.
///
/// @param where the device, or the database
public record Violation(Kind kind, String where, String room, String what) {

  /// Which promise.
  public enum Kind {
    /// What was acknowledged is not there.
    LOST,
    /// One thing that was said is there twice.
    DOUBLED,
    /// Something is there that nobody said.
    INVENTED,
    /// A `seq` is missing.
    GAP,
    /// Not in the order of `seq`, or of saying.
    REORDERED,
    /// A device shows something else than what is stored.
    DIVERGED,
    /// An unread count or a read mark is wrong.
    UNREAD,
    /// Somebody was told what is not for them.
    LEAKED
  }

  @Override
  public String toString() {
    return kind + " at " + where + " in " + room + ": " + what;
  }
}
