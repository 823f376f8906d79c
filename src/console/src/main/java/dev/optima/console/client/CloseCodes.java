package dev.optima.console.client;

/// Why a WebSocket was closed, as far as the console acts on it.
final class CloseCodes {
  /// The backend restarts: come back soon (RFC 6455 registry).
  static final int SERVICE_RESTART = 1012;

  /// The session is over (ours).
  static final int UNAUTHENTICATED = 4401;

  private CloseCodes() {}
}
