package dev.optima.console.client;

import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.ClientMessage;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One WebSocket connection, used once: whoever wants to come back makes a new one.
/// (Java-WebSocket's own `reconnect` throws when it is called on its threads.)
final class SocketLink extends WebSocketClient {
  private static final Logger LOG = LoggerFactory.getLogger(SocketLink.class);

  private final Consumer<SocketLink> opened;
  private final BiConsumer<SocketLink, String> heard;
  private final ObjIntConsumer<SocketLink> lost;

  SocketLink(
      URI address,
      Duration connectTimeout,
      Consumer<SocketLink> opened,
      BiConsumer<SocketLink, String> heard,
      ObjIntConsumer<SocketLink> lost) {
    super(address, new Draft_6455(), Map.of(), Math.toIntExact(connectTimeout.toMillis()));
    this.opened = opened;
    this.heard = heard;
    this.lost = lost;
    setConnectionLostTimeout(0);
    setTcpNoDelay(true);
    setDaemon(true);
    if ("wss".equals(address.getScheme())) {
      setSocketFactory(SystemTrust.ofThisComputer().sockets());
    }
  }

  /// Sends; a connection that is closing takes nothing more, and its end is told by [#onClose].
  void say(ClientMessage message) {
    try {
      send(Json.write(message));
    } catch (WebsocketNotConnectedException e) {
      LOG.debug("not sent, the connection is closing");
    }
  }

  /// Ends it in order: what was said before still goes out.
  void leave() {
    close(CloseFrame.NORMAL);
  }

  /// Ends it without waiting for the other side.
  void drop() {
    closeConnection(CloseFrame.GOING_AWAY, "");
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    opened.accept(this);
  }

  @Override
  public void onMessage(String text) {
    heard.accept(this, text);
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    LOG.debug("closed with {}", code);
    lost.accept(this, code);
  }

  @Override
  public void onError(Exception e) {
    LOG.debug("connection: {}", e.toString());
  }
}
