package dev.optima.protocol.call;

/// Where a call stands. A terminal state is final.
public enum CallState {
  RINGING,
  CONNECTING,
  ACTIVE,
  RECONNECTING,
  ENDED,
  REJECTED,
  MISSED,
  CANCELLED,
  FAILED;

  public boolean isTerminal() {
    return switch (this) {
      case RINGING, CONNECTING, ACTIVE, RECONNECTING -> false;
      case ENDED, REJECTED, MISSED, CANCELLED, FAILED -> true;
    };
  }
}
