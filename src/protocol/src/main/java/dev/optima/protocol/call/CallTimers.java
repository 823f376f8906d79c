package dev.optima.protocol.call;

import java.time.Duration;

/// How long a call may stay in each state.
///
/// @param ring how long it rings
/// @param connect from the acceptance until both are in the room
/// @param lease how long a side counts as present without evidence
/// @param grace how long a lost side may take to come back
public record CallTimers(Duration ring, Duration connect, Duration lease, Duration grace) {

  public static final CallTimers DEFAULT =
      new CallTimers(
          Duration.ofSeconds(45),
          Duration.ofSeconds(30),
          Duration.ofSeconds(45),
          Duration.ofSeconds(90));

  public CallTimers {
    if (!ring.isPositive() || !connect.isPositive() || !lease.isPositive() || !grace.isPositive()) {
      throw new IllegalArgumentException("a timer is longer than zero");
    }
  }
}
