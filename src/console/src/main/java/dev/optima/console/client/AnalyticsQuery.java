package dev.optima.console.client;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Of what figures are asked for.
///
/// @param from inclusive
/// @param to exclusive
/// @param zone in which days and hours are counted
/// @param people one of these took part; empty for everybody
/// @param positions the applicant applied for one of these; empty for all
public record AnalyticsQuery(
    Instant from, Instant to, ZoneId zone, List<UserId> people, List<String> positions) {
  public AnalyticsQuery {
    people = List.copyOf(people);
    positions = List.copyOf(positions);
  }

  /// Of everybody and everything.
  public static AnalyticsQuery of(Instant from, Instant to, ZoneId zone) {
    return new AnalyticsQuery(from, to, zone, List.of(), List.of());
  }
}
