package dev.optima.backend.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a calendar elsewhere said.
///
/// @param files each iCalendar; empty if it is unchanged
/// @param mark with which one asks whether it is still so; null if it has none
record Said(boolean unchanged, List<String> files, @Nullable String mark) {
  Said {
    files = List.copyOf(files);
  }

  static Said unchanged(String mark) {
    return new Said(true, List.of(), mark);
  }

  static Said files(List<String> files, @Nullable String mark) {
    return new Said(false, files, mark);
  }

  /// Never prints what stands in the calendars.
  @Override
  public String toString() {
    return "Said[" + files.size() + " files]";
  }
}
