package dev.optima.backend.booking;

import dev.optima.backend.meeting.BusyTime;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.BookingRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The starts that a link offers now: pure, with what is in the way given. Hours are those of the
/// local clock on each day, so that they stay where they are when the clocks change.
///
/// @param pause free before and after at least, whatever the rule says
/// @param zone of whoever offers
record OfferedTimes(Offer offer, Duration length, Duration pause, ZoneId zone, Instant now) {
  /// As many starts as one answer has.
  static final int MOST = 500;

  /// All that could be offered, if nobody had anything else to do.
  List<Instant> all() {
    BookingRule rule = offer.rule();
    if (rule == null) {
      return slots().stream().filter(start -> start.isAfter(now)).toList();
    }
    List<Instant> starts = new ArrayList<>();
    LocalDate today = now.atZone(zone).toLocalDate();
    for (int ahead = 0; ahead <= rule.daysAhead() && starts.size() < MOST; ahead++) {
      addDay(starts, rule, today.plusDays(ahead));
    }
    return starts;
  }

  /// Of these, those that are free.
  ///
  /// @param taken interviews that there are, and that are being booked, for the cap of a day
  List<Instant> free(List<BusyTime> busy, Taken taken) {
    return all().stream()
        .filter(start -> isFree(start, busy) && !taken.isFull(day(start), cap()))
        .toList();
  }

  /// The last moment that matters.
  Instant horizon() {
    List<Instant> all = all();
    return all.isEmpty() ? now : all.getLast().plus(length).plus(buffer());
  }

  Duration buffer() {
    BookingRule rule = offer.rule();
    Duration wanted = rule == null ? Duration.ZERO : Duration.ofMinutes(rule.bufferMinutes());
    return wanted.compareTo(pause) > 0 ? wanted : pause;
  }

  private @Nullable Integer cap() {
    BookingRule rule = offer.rule();
    return rule == null ? null : rule.dailyCap();
  }

  private List<Instant> slots() {
    List<Instant> slots = offer.slots();
    return slots == null ? List.of() : slots;
  }

  private LocalDate day(Instant time) {
    return time.atZone(zone).toLocalDate();
  }

  private void addDay(List<Instant> starts, BookingRule rule, LocalDate day) {
    if (!rule.days().contains(day.getDayOfWeek())) {
      return;
    }
    Instant earliest = now.plus(Duration.ofHours(rule.noticeHours()));
    Instant end = ZonedDateTime.of(day, rule.to(), zone).toInstant();
    Instant start = ZonedDateTime.of(day, rule.from(), zone).toInstant();
    while (!start.plus(length).isAfter(end) && starts.size() < MOST) {
      if (start.isAfter(now) && !start.isBefore(earliest)) {
        starts.add(start);
      }
      start = start.plus(step());
    }
  }

  /// A short interview may begin each quarter, a long one each hour.
  private Duration step() {
    long minutes = length.toMinutes();
    return Duration.ofMinutes(minutes <= 15 ? 15 : minutes <= 45 ? 30 : 60);
  }

  private boolean isFree(Instant start, List<BusyTime> busy) {
    Instant from = start.minus(buffer());
    Instant to = start.plus(length).plus(buffer());
    return busy.stream().noneMatch(one -> one.start().isBefore(to) && one.end().isAfter(from));
  }

  /// How many interviews each interviewer has on each day.
  static final class Taken {
    private final ZoneId zone;
    private final Map<UserId, Map<LocalDate, Integer>> counts = new HashMap<>();

    Taken(ZoneId zone) {
      this.zone = zone;
    }

    void add(UserId interviewer, Instant start) {
      counts
          .computeIfAbsent(interviewer, user -> new HashMap<>())
          .merge(start.atZone(zone).toLocalDate(), 1, Integer::sum);
    }

    private boolean isFull(LocalDate day, @Nullable Integer cap) {
      return cap != null
          && counts.values().stream().anyMatch(days -> days.getOrDefault(day, 0) >= cap);
    }
  }
}
