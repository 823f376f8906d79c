package dev.optima.backend.signaling;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Outgoing;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.ServerMessage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One socket. Its event loop reads and decodes; what needs the database runs on a virtual thread,
/// one message at a time, so that the order is kept and a slow database stops only this reader.
final class Connection {
  static final short POLICY = 1008;
  static final short TOO_LARGE = 1009;
  static final short RESTART = 1012;
  static final short NORMAL = 1000;

  /// How long who was not let in keeps their place at the door after they left.
  private static final long TURNED_AWAY_MILLIS = 1_000;

  /// How long the event of a message may take that was read from the database before.
  private static final long LATE_EVENT_MILLIS = 5_000;

  private final String id;
  private final ServerWebSocket socket;
  private final Outbound outbound;
  private final Signaling signaling;
  private final Arrivals.Arrival arrival;
  private final Mailbox mailbox;
  private final Inbound inbound;
  private @Nullable String cookie;

  private volatile @Nullable Identity identity;
  private volatile @Nullable CallId joined;
  private volatile boolean answered = true;
  private volatile boolean closing;
  private volatile boolean gone;

  private @Nullable Catching catching;

  Connection(
      String id,
      ServerWebSocket socket,
      @Nullable String cookie,
      Arrivals.Arrival arrival,
      Signaling signaling) {
    this.id = id;
    this.arrival = arrival;
    this.socket = socket;
    this.cookie = cookie;
    this.signaling = signaling;
    SignalingConfig config = signaling.config();
    outbound =
        new Outbound(
            ((WebSocketInternal) socket).channelHandlerContext(), config, signaling.metrics());
    mailbox = new Mailbox(this, socket, signaling);
    inbound = new Inbound(this, mailbox, signaling);
    catching = new Catching();
    socket.frameHandler(inbound::take);
    socket.pongHandler(pong -> answered = true);
    socket.closeHandler(gone -> onClosed());
    socket.exceptionHandler(broken -> {}); // followed by a close
  }

  String id() {
    return id;
  }

  @Nullable Identity identity() {
    return identity;
  }

  /// Who this is; only after `hello`.
  Identity known() {
    return Objects.requireNonNull(identity);
  }

  boolean isMain() {
    Identity who = identity;
    return who != null && who.callId() == null;
  }

  /// The call whose page this is.
  @Nullable CallId page() {
    Identity who = identity;
    return who == null ? null : who.callId();
  }

  /// The call that this socket is in: a page's own, or the one it said it joined.
  @Nullable CallId joined() {
    CallId page = page();
    return page != null ? page : joined;
  }

  void join(@Nullable CallId call) {
    joined = call;
  }

  /// Whether `hello` was read, welcome or not.
  boolean isGreeted() {
    return inbound.isGreeted();
  }

  boolean isClosing() {
    return closing;
  }

  /// Whether the socket is closed.
  boolean isGone() {
    return gone;
  }

  /// The cookie of the upgrade, once.
  @Nullable String takeCookie() {
    String token = cookie;
    cookie = null;
    return token;
  }

  void identify(Identity who) {
    identity = who.from(arrival.address());
    arrival.over();
  }

  int waiting() {
    return outbound.size();
  }

  /// The peer gave a sign of life.
  void noteLife() {
    answered = true;
  }

  /// A message was dealt with.
  void done() {
    mailbox.done();
  }

  boolean isBusy() {
    return mailbox.isBusy();
  }

  // --- writing, from any thread ---

  void send(ServerMessage message) {
    outbound.send(new Outgoing(message).json());
  }

  /// An event of the bus; held back while the connection still catches up.
  void deliver(Outgoing message) {
    synchronized (this) {
      if (catching != null) {
        switch (catching.take(message, signaling.config().maxQueuedMessages())) {
          case KEPT -> {
            return;
          }
          case OVERFLOW -> {
            close(RESTART, "too much to catch up with");
            return;
          }
          case PASS -> {}
        }
      }
    }
    outbound.send(message.json());
  }

  /// Which rooms the client wants to catch up with.
  synchronized void catchUp(Map<String, Long> lastSeq) {
    if (catching != null) {
      catching.start(lastSeq);
    }
  }

  /// A room was sent up to `seq`.
  synchronized void caughtUp(String room, long seq) {
    if (catching != null) {
      catching.sent(room, seq);
    }
  }

  /// The rooms in which something came in the meantime; with none, events go straight out from now
  /// on, after those that were held back.
  synchronized Set<String> behind() {
    Catching present = catching;
    if (present == null) {
      return Set.of();
    }
    Set<String> behind = present.behind();
    if (behind.isEmpty()) {
      present.release().forEach(message -> outbound.send(message.json()));
      signaling.later(LATE_EVENT_MILLIS, this::forgetCatching);
    }
    return behind;
  }

  /// Events of what was read from the database have arrived by now.
  private synchronized void forgetCatching() {
    catching = null;
  }

  /// Asks for a sign of life; false if the last question went without an answer.
  boolean ping() {
    if (!answered) {
      return false;
    }
    answered = false;
    var unused = socket.writePing(Buffer.buffer());
    return true;
  }

  /// Reads no more; what was read is still dealt with.
  void stopReading() {
    socket.pause();
  }

  /// Closes after what was queued has left.
  void close(short code, String reason) {
    closing = true;
    outbound.finish(
        () -> {
          var unused = socket.close(code, reason);
        });
  }

  /// Closes at once: nobody is there to read a farewell.
  void drop() {
    closing = true;
    outbound.clear();
    ((WebSocketInternal) socket).channelHandlerContext().close();
  }

  private void onClosed() {
    closing = true;
    gone = true;
    outbound.clear();
    if (identity == null) {
      signaling.later(TURNED_AWAY_MILLIS, arrival::over);
    }
    signaling.closed(this);
  }
}
