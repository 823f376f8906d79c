package dev.optima.backend.signaling;

import dev.optima.protocol.message.ClientMessage;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// What one connection has said and is not dealt with yet, in order. A message that may block runs
/// on a virtual thread, and those behind it wait for it; chat messages that nobody is ahead of are
/// handed to the database at once. Who has too much under way is not read for a while.
final class Mailbox {
  private final Connection owner;
  private final ServerWebSocket socket;
  private final Signaling signaling;

  /// Absent while nothing waits.
  private @Nullable ArrayDeque<ClientMessage> waiting;

  private boolean working;
  private int inFlight;
  private boolean paused;

  Mailbox(Connection owner, ServerWebSocket socket, Signaling signaling) {
    this.owner = owner;
    this.socket = socket;
    this.signaling = signaling;
  }

  /// On the event loop.
  void take(ClientMessage message) {
    synchronized (this) {
      inFlight++;
      if (inFlight >= signaling.config().maxInFlight() && !paused) {
        paused = true;
        socket.pause();
      }
      if (working) {
        if (waiting == null) {
          waiting = new ArrayDeque<>(4);
        }
        waiting.add(message);
        return;
      }
      working = !(message instanceof ClientMessage.ChatSend);
    }
    if (message instanceof ClientMessage.ChatSend) {
      signaling.commands().handle(owner, message);
    } else {
      signaling.work(() -> drain(message));
    }
  }

  /// On a virtual thread.
  private void drain(ClientMessage first) {
    for (ClientMessage message = first; message != null; message = next()) {
      signaling.commands().handle(owner, message);
    }
  }

  private synchronized @Nullable ClientMessage next() {
    ClientMessage message = waiting == null ? null : waiting.poll();
    if (message == null) {
      waiting = null;
      working = false;
    }
    return message;
  }

  /// A message was dealt with.
  void done() {
    synchronized (this) {
      inFlight--;
      if (!paused || inFlight > signaling.config().maxInFlight() / 2) {
        return;
      }
      paused = false;
    }
    socket.resume();
  }

  synchronized boolean isBusy() {
    return inFlight > 0;
  }

  private synchronized boolean isPaused() {
    return paused;
  }

  /// Reads nothing for a while: the connection is too fast.
  void pauseFor(long millis) {
    socket.pause();
    signaling.later(
        millis,
        () -> {
          if (!isPaused() && !owner.isClosing()) {
            socket.resume();
          }
        });
  }
}
