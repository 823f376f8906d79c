package dev.optima.console.client;

import dev.optima.protocol.message.ServerMessage;

/// What signalling tells: a change of the connection, or a message, in the order it happened.
public sealed interface SignalEvent {

  /// The connection changed.
  record Connection(ConnectionState state) implements SignalEvent {}

  /// The backend said something.
  record Received(ServerMessage message) implements SignalEvent {}
}
