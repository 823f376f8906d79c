package dev.optima.backend.signaling;

import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.message.ServerMessage.Failure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What comes in on one socket: frames are put together, messages are read and handed to the
/// mailbox, and what cannot be read is counted. On the socket's event loop only.
final class Inbound {
  private final Connection owner;
  private final Mailbox mailbox;
  private final Signaling signaling;
  private final Pace reading;
  private @Nullable Pace faults;
  private @Nullable Buffer partial;
  private volatile boolean greeted;

  Inbound(Connection owner, Mailbox mailbox, Signaling signaling) {
    this.owner = owner;
    this.mailbox = mailbox;
    this.signaling = signaling;
    int pace = signaling.config().messagesPerSecond();
    reading = new Pace(pace, pace * 2.0, signaling.millis());
  }

  /// Whether `hello` was read, welcome or not.
  boolean isGreeted() {
    return greeted;
  }

  void take(WebSocketFrame frame) {
    if (owner.isClosing()) {
      return;
    }
    switch (frame.type()) {
      case TEXT, CONTINUATION -> onText(frame);
      case BINARY -> onFault(ErrorCode.MALFORMED, "messages are text");
      case CLOSE, PING, PONG -> owner.noteLife();
    }
  }

  private void onText(WebSocketFrame frame) {
    Buffer before = partial;
    Buffer part = frame.binaryData();
    int bytes = part.length() + (before == null ? 0 : before.length());
    if (bytes > signaling.config().maxMessageBytes()) {
      onTooLarge();
    } else if (!frame.isFinal()) {
      partial = before == null ? part.copy() : before.appendBuffer(part);
    } else if (before == null) {
      onMessage(frame.textData());
    } else {
      partial = null;
      onMessage(before.appendBuffer(part).toString(StandardCharsets.UTF_8));
    }
  }

  private void onMessage(String text) {
    owner.noteLife();
    signaling.metrics().received.increment();
    ClientMessage message;
    try {
      message = Json.clientMessage(text);
    } catch (JsonRefusal e) {
      onFault(e.code(), e.getMessage());
      return;
    }
    if (!greeted && !(message instanceof ClientMessage.Hello)) {
      owner.send(Failure.of(ErrorCode.UNAUTHENTICATED, "say hello first", Faults.key(message)));
      owner.close(Connection.POLICY, "hello first");
      return;
    }
    if (greeted && message instanceof ClientMessage.Hello) {
      onFault(ErrorCode.INVALID, "hello was said");
      return;
    }
    greeted = true;
    long wait = reading.take(signaling.millis());
    if (wait > 0) {
      mailbox.pauseFor(wait);
    }
    if (message instanceof ClientMessage.Ping) {
      owner.send(new ServerMessage.Pong(signaling.now()));
    } else {
      mailbox.take(message);
    }
  }

  private void onTooLarge() {
    partial = null;
    owner.send(
        Failure.of(
            ErrorCode.TOO_LARGE,
            "a message has " + signaling.config().maxMessageBytes() + " bytes at most",
            null));
    owner.close(Connection.TOO_LARGE, "message too large");
  }

  private void onFault(ErrorCode code, @Nullable String detail) {
    signaling.metrics().malformed.increment();
    owner.send(Failure.of(code, detail == null ? "malformed" : detail, null));
    SignalingConfig config = signaling.config();
    Pace left = faults;
    if (left == null) {
      double perSecond = config.maxFaults() * 1_000.0 / config.faultWindow().toMillis();
      left = new Pace(perSecond, config.maxFaults(), signaling.millis());
      faults = left;
    }
    if (!greeted || left.take(signaling.millis()) > 0) {
      owner.close(Connection.POLICY, "malformed messages");
    }
  }
}
