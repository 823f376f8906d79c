package dev.optima.backend.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Looks for starts at which nobody is busy and everybody works. Pure: what is in the way is given.
///
/// @param from not before
/// @param until not at or after
/// @param pause that has to be free before and after
/// @param hours all of them have to hold it; none: any hour will do
public record SlotSearch(
    Instant from, Instant until, Duration length, Duration pause, List<WorkingHours> hours) {
  /// Starts are offered at quarters of an hour.
  static final Duration STEP = Duration.ofMinutes(15);

  public SlotSearch {
    hours = List.copyOf(hours);
  }

  /// The first free starts, earliest first.
  public List<Instant> among(List<BusyTime> busy, int limit) {
    List<Instant> found = new ArrayList<>();
    for (Instant start = quarter(from);
        start.isBefore(until) && found.size() < limit;
        start = start.plus(STEP)) {
      if (isFree(start, busy)) {
        found.add(start);
      }
    }
    return found;
  }

  private boolean isFree(Instant start, List<BusyTime> busy) {
    Instant end = start.plus(length);
    Instant before = start.minus(pause);
    Instant after = end.plus(pause);
    return hours.stream().allMatch(one -> one.hold(start, end))
        && busy.stream().noneMatch(one -> one.overlaps(before, after));
  }

  private static Instant quarter(Instant time) {
    long step = STEP.toSeconds();
    long seconds = time.getEpochSecond() + (time.getNano() > 0 ? 1 : 0);
    return Instant.ofEpochSecond(Math.ceilDiv(seconds, step) * step);
  }
}
