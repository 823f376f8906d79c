package dev.optima.console.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// The times of signalling.
///
/// @param connect the longest a connection may take
/// @param welcome the longest from `hello` to `welcome`
/// @param heartbeat how often `ping` is sent
/// @param silence how long nothing may come before the connection counts as lost
public record SignalTiming(
    Duration connect, Duration welcome, Duration heartbeat, Duration silence, Backoff backoff) {

  /// As the console uses them.
  public static SignalTiming standard() {
    return new SignalTiming(
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(25),
        new Backoff(
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            () -> ThreadLocalRandom.current().nextDouble()));
  }
}
