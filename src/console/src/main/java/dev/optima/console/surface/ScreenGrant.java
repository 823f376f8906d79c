package dev.optima.console.surface;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The console's leave to capture the screen: given by the user's word, used once, gone after some
/// seconds.
final class ScreenGrant {
  private static final Duration LIFE = Duration.ofSeconds(10);

  private final InstantSource clock;
  private @Nullable Instant until;

  ScreenGrant(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void give() {
    until = clock.instant().plus(LIFE);
  }

  synchronized void withdraw() {
    until = null;
  }

  /// Uses it up.
  ///
  /// @return whether there was one
  synchronized boolean take() {
    Instant end = until;
    until = null;
    return end != null && clock.instant().isBefore(end);
  }
}
