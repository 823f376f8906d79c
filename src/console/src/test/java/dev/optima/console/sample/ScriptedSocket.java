package dev.optima.console.sample;

import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.Me;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/// The signalling side of [ScriptedBackend]: a real WebSocket server whose faults are ordered.
public final class ScriptedSocket extends WebSocketServer {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Me me;
  private final InstantSource clock;
  private final CountDownLatch started = new CountDownLatch(1);
  private final BlockingQueue<ClientMessage> heard = new LinkedBlockingQueue<>();
  private volatile List<CallSnapshot> liveCalls = List.of();
  private volatile Map<String, Long> unread = Map.of();
  private volatile List<UserId> online = List.of();
  private volatile boolean welcoming = true;
  private volatile boolean acknowledging;
  private volatile boolean answeringPings = true;

  private ScriptedSocket(Me me, InstantSource clock) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.me = me;
    this.clock = clock;
    setReuseAddr(true);
    setDaemon(true);
    setConnectionLostTimeout(0);
  }

  static ScriptedSocket open(Me me, InstantSource clock) throws InterruptedException {
    ScriptedSocket socket = new ScriptedSocket(me, clock);
    socket.start();
    if (!socket.started.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the scripted socket did not start");
    }
    return socket;
  }

  /// What the next `welcome` says.
  public void welcomeWith(
      List<CallSnapshot> calls, Map<String, Long> unreadByRoom, List<UserId> there) {
    liveCalls = List.copyOf(calls);
    unread = Map.copyOf(unreadByRoom);
    online = List.copyOf(there);
  }

  /// Whether a `hello` is answered.
  public void setWelcoming(boolean now) {
    welcoming = now;
  }

  /// Whether a `chat_send` is acknowledged and delivered by itself.
  public void setAcknowledging(boolean now) {
    acknowledging = now;
  }

  /// Whether a `ping` is answered.
  public void setAnsweringPings(boolean now) {
    answeringPings = now;
  }

  /// Says something to everybody who is connected.
  public void say(ServerMessage message) {
    broadcast(Json.write(message));
  }

  /// Says something that is perhaps no message at all.
  public void sayRaw(String text) {
    broadcast(text);
  }

  /// Closes all connections with this code.
  public void closeAll(int code) {
    getConnections().forEach(connection -> connection.close(code));
  }

  /// Cuts all connections as a dead network does: without a word.
  public void cut() {
    getConnections().forEach(connection -> connection.closeConnection(1006, ""));
  }

  /// The next message of this type; those before it are dropped.
  public <T extends ClientMessage> T next(Class<T> type) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      ClientMessage message = heard.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (message == null) {
        throw new AssertionError("no " + type.getSimpleName() + " came");
      }
      if (type.isInstance(message)) {
        return type.cast(message);
      }
    }
  }

  /// A message of this type if one came already.
  public <T extends ClientMessage> @Nullable T peek(Class<T> type) {
    return heard.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }

  @Override
  public void onStart() {
    started.countDown();
  }

  @Override
  public void onMessage(WebSocket connection, String text) {
    ClientMessage message;
    try {
      message = Json.clientMessage(text);
    } catch (JsonRefusal e) {
      throw new IllegalStateException(e);
    }
    heard.add(message);
    switch (message) {
      case ClientMessage.Hello _ -> {
        if (welcoming) {
          connection.send(Json.write(welcome()));
        }
      }
      case ClientMessage.Ping _ -> {
        if (answeringPings) {
          connection.send(Json.write(new ServerMessage.Pong(clock.instant())));
        }
      }
      case ClientMessage.ChatSend sent -> {
        if (acknowledging) {
          connection.send(
              Json.write(
                  new ServerMessage.ChatAck(
                      sent.roomId(),
                      sent.key(),
                      new MessageId("m-" + sent.key()),
                      1000,
                      clock.instant())));
        }
      }
      default -> {}
    }
  }

  private ServerMessage welcome() {
    return new ServerMessage.Welcome(
        me.userId(), me.name(), me.role(), clock.instant(), liveCalls, unread, online, null);
  }

  @Override
  public void onOpen(WebSocket connection, ClientHandshake handshake) {}

  @Override
  public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

  @Override
  public void onError(@Nullable WebSocket connection, Exception e) {}
}
