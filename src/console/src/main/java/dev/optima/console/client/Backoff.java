package dev.optima.console.client;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/// How long to wait before the next attempt to connect: doubling, with jitter, so that a thousand
/// consoles do not come back in one moment.
///
/// @param first the longest wait before the first attempt
/// @param longest the longest wait of all
/// @param random from 0 to 1
public record Backoff(Duration first, Duration longest, DoubleSupplier random) {

  private static final int MAX_DOUBLINGS = 16;

  /// The wait before attempt `attempt` (0, 1, …): between a half and the whole of the doubled time.
  public Duration before(int attempt) {
    Duration doubled = first.multipliedBy(1L << Math.min(attempt, MAX_DOUBLINGS));
    Duration whole = doubled.compareTo(longest) < 0 ? doubled : longest;
    return Duration.ofMillis(Math.round(whole.toMillis() * (0.5 + random.getAsDouble() / 2)));
  }

  /// The wait when the backend said that it restarts: soon, and spread.
  public Duration afterRestart() {
    return Duration.ofMillis(Math.round(first.toMillis() * random.getAsDouble()));
  }
}
