package dev.optima.backend.demo;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that is set by hand, so that the services themselves write the past.
final class DemoClock implements InstantSource {
  private Instant now;

  DemoClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void set(Instant time) {
    now = time;
  }
}
