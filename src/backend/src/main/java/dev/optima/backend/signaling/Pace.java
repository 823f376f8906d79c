package dev.optima.backend.signaling;

/// A bucket of tokens: how fast one connection is read, and how many faults it may make. Used by
/// the connection's event loop only.
final class Pace {
  private final double perMilli;
  private final double most;
  private double tokens;
  private long last;

  /// @param perSecond what comes back in a second
  /// @param most what can be saved up
  Pace(double perSecond, double most, long nowMillis) {
    perMilli = perSecond / 1_000;
    this.most = most;
    tokens = most;
    last = nowMillis;
  }

  /// Takes one; how many milliseconds to wait before the next, 0 for none.
  long take(long nowMillis) {
    tokens = Math.min(most, tokens + (nowMillis - last) * perMilli) - 1;
    last = nowMillis;
    return tokens >= 0 ? 0 : (long) Math.ceil(-tokens / perMilli);
  }
}
