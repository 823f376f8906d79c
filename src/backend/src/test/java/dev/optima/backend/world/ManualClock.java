package dev.optima.backend.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test turns by hand.
public final class ManualClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-22T09:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  /// How long it runs, if it is never wrong.
  public long nanoTime() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }
}
