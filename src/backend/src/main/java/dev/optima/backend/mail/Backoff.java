package dev.optima.backend.mail;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/// How long to wait after a failed attempt: a minute, then twice as long each time, four hours at
/// most, each a fifth shorter or longer by chance, so that many mails do not come back at once.
final class Backoff {
  /// Given up after so many attempts.
  static final int ATTEMPTS = 20;

  /// Given up after this time.
  static final Duration AGE = Duration.ofHours(48);

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(4);
  private static final double SPREAD = 0.2;

  private final DoubleSupplier chance;

  /// @param chance numbers from 0 to 1
  Backoff(DoubleSupplier chance) {
    this.chance = chance;
  }

  /// @param attempts how many were made
  Duration after(int attempts) {
    int doublings = Math.min(Math.max(attempts - 1, 0), 20);
    long plain = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
    double factor = 1 - SPREAD + 2 * SPREAD * chance.getAsDouble();
    return Duration.ofMillis(Math.round(plain * factor));
  }
}
