package dev.optima.backend.analytics;

import dev.optima.backend.account.Inputs;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Of which calls and meetings the figures are wanted.
///
/// @param from inclusive
/// @param to exclusive
/// @param zone in which days and hours are
/// @param people of whom one was in it for the team; empty for anybody
/// @param positions for one of which the applicant applied; empty for any
public record AnalyticsQuery(
    Instant from, Instant to, ZoneId zone, List<UserId> people, List<String> positions) {
  /// The longest time: a year, and some days for a month that is not over.
  public static final Duration LONGEST = Duration.ofDays(400);

  private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2999-01-01T00:00:00Z");

  /// The most people, and the most positions.
  public static final int MOST_NAMES = 50;

  public AnalyticsQuery {
    people = people.stream().distinct().toList();
    positions = positions.stream().distinct().toList();
  }

  /// Read from what a client sent.
  ///
  /// @param timeZone IANA
  /// @throws Refusal `invalid`, with the field that is wrong
  public static AnalyticsQuery of(
      Instant from, Instant to, String timeZone, List<UserId> people, List<String> positions) {
    ZoneId zone = ZoneId.of(Inputs.timeZone(timeZone));
    if (from.isBefore(EARLIEST)) {
      throw Refusal.invalid("from", "from is before " + EARLIEST);
    }
    if (to.isAfter(LATEST)) {
      throw Refusal.invalid("to", "to is after " + LATEST);
    }
    if (!from.isBefore(to)) {
      throw Refusal.invalid("to", "to is not after from");
    }
    // A day that is 25 hours long is no reason to refuse 400 of them.
    if (Duration.between(from, to).compareTo(LONGEST.plusHours(1)) > 0) {
      throw Refusal.invalid("to", "to is more than " + LONGEST.toDays() + " days after from");
    }
    if (people.size() > MOST_NAMES) {
      throw Refusal.invalid("person", "more than " + MOST_NAMES + " people");
    }
    if (positions.size() > MOST_NAMES) {
      throw Refusal.invalid("position", "more than " + MOST_NAMES + " positions");
    }
    return new AnalyticsQuery(from, to, zone, people, positions);
  }

  Slice now() {
    return new Slice(new Period(from, to), people, positions);
  }

  /// With what it is compared.
  ///
  /// @param now how far it has come
  Slice before(Instant now) {
    return new Slice(now().period().before(zone, now), people, positions);
  }
}
