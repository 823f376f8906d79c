package dev.optima.backend.media;

import java.time.Instant;
import java.util.Optional;

/// Times as media servers write them: whole numbers since 1970, of seconds or of milliseconds.
final class MediaTimes {
  /// As seconds it would be in the year 5138, as milliseconds in 1973.
  private static final long FIRST_MILLIS = 100_000_000_000L;

  private static final long LAST_MILLIS = 100 * FIRST_MILLIS;

  private MediaTimes() {}

  static Optional<Instant> of(long number) {
    if (number <= 0 || number > LAST_MILLIS) {
      return Optional.empty();
    }
    return Optional.of(
        number < FIRST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
  }

  static Optional<Instant> read(String digits) {
    try {
      return of(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
