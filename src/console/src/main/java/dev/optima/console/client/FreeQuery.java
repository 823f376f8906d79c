package dev.optima.console.client;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.List;

/// For whom a free time is looked for.
///
/// @param from the earliest start
/// @param timeZone whose working hours count, IANA
public record FreeQuery(
    UserId applicant,
    List<UserId> interviewers,
    int durationMinutes,
    Instant from,
    int limit,
    String timeZone) {
  public FreeQuery {
    interviewers = List.copyOf(interviewers);
  }
}
