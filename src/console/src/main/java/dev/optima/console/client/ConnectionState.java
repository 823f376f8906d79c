package dev.optima.console.client;

import java.time.Instant;

/// How the connection to the backend stands.
public sealed interface ConnectionState {

  /// On the way.
  record Connecting() implements ConnectionState {}

  /// Signed in and listening.
  record Online() implements ConnectionState {}

  /// Lost; the next attempt is at `retryAt` (local time).
  record Waiting(Instant retryAt, Reason reason) implements ConnectionState {}

  /// The session is over: sign in again.
  record SignedOut() implements ConnectionState {}

  /// Why it was lost.
  enum Reason {
    /// The backend said that it restarts.
    RESTART,
    /// The network, or a backend that is silent.
    LOST
  }
}
