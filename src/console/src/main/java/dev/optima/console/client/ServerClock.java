package dev.optima.console.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The backend's time: this machine's clock plus the offset that was learnt from `server_time`.
/// Deadlines are shown by it, so a wrong clock on the desk cuts no ring short.
public final class ServerClock implements InstantSource {
  private final InstantSource local;
  private volatile Duration offset = Duration.ZERO;

  public ServerClock(InstantSource local) {
    this.local = local;
  }

  /// Learns from an answer that took from `sent` to `received` (local time) and says `serverTime`.
  void learn(Instant sent, Instant serverTime, Instant received) {
    Instant middle = sent.plus(Duration.between(sent, received).dividedBy(2));
    offset = Duration.between(middle, serverTime);
  }

  @Override
  public Instant instant() {
    return local.instant().plus(offset);
  }
}
