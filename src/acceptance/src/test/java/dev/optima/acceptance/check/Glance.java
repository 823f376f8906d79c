package dev.optima.acceptance.check;

import java.util.List;
import java.util.SortedMap;

/// What a person sees of a room at one moment.
///
/// @param rows what is shown as stored, from top to bottom
/// @param waiting the words of what is shown as being on its way, from top to bottom
record Glance(List<Row> rows, List<String> waiting) {

  /// A message as it is shown.
  ///
  /// @param body empty if it was taken back
  /// @param reactions how many gave which emoji
  /// @param changing shown as a change that is on its way
  record Row(
      long seq,
      String body,
      boolean deleted,
      SortedMap<String, Integer> reactions,
      boolean changing) {}

  /// Whether nothing of one's own is on its way any more.
  boolean isSettled() {
    return waiting.isEmpty() && rows.stream().noneMatch(Row::changing);
  }

  /// Whether the newest of so many is here, and as many before it as are wanted.
  boolean reaches(int newest, int wanted) {
    return newest == 0
        || (!rows.isEmpty() && rows.getLast().seq() == newest && rows.size() >= wanted);
  }
}
