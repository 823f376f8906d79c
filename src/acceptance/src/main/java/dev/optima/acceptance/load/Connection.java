package dev.optima.acceptance.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// One client of the server: plain TCP, or a WebSocket.
final class Connection {

  /// How far it has come.
  enum Stage {
    NEW,
    CONNECTING,
    SHAKING_HANDS,
    OPEN,
    LOGGED_IN,
    CLOSED
  }

  /// Many clients come from several addresses of the loopback, or the ports run out.
  private static final int SOURCE_ADDRESSES = 32;

  private final int index;
  private final Identity identity;
  private final Loop loop;
  private final Dialect dialect;
  private final Observer observer;
  private final Queue<ByteBuffer> unsent = new ArrayDeque<>(2);
  private final Frames frames = new Frames();
  private Stage stage = Stage.NEW;
  private @Nullable SocketChannel channel;
  private @Nullable SelectionKey key;
  private long loggedInAt;
  private int failures;
  private @Nullable Runnable onLost;
  private @Nullable Runnable onLoggedIn;

  Connection(int index, Identity identity, Loop loop, Dialect dialect, Observer observer) {
    this.index = index;
    this.identity = identity;
    this.loop = loop;
    this.dialect = dialect;
    this.observer = observer;
  }

  Identity identity() {
    return identity;
  }

  Observer observer() {
    return observer;
  }

  Stage stage() {
    return stage;
  }

  boolean isLoggedIn() {
    return stage == Stage.LOGGED_IN;
  }

  long loggedInAt() {
    return loggedInAt;
  }

  int failures() {
    return failures;
  }

  void onLost(@Nullable Runnable deed) {
    onLost = deed;
  }

  void onLoggedIn(@Nullable Runnable deed) {
    onLoggedIn = deed;
  }

  void connect(int port) {
    try {
      unsent.clear();
      frames.clear();
      stage = Stage.CONNECTING;
      SocketChannel opened = SocketChannel.open();
      channel = opened;
      opened.configureBlocking(false);
      opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
      opened.bind(new InetSocketAddress("127.0.0." + (2 + index % SOURCE_ADDRESSES), 0));
      boolean connected = opened.connect(new InetSocketAddress("127.0.0.1", port));
      key = opened.register(loop.selector(), SelectionKey.OP_CONNECT, this);
      if (connected) {
        connected(opened, key);
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  void onReady(SelectionKey ready) throws IOException {
    SocketChannel open = channel;
    if (!ready.isValid() || open == null) {
      return;
    }
    if (ready.isConnectable()) {
      connected(open, ready);
      return;
    }
    if (ready.isWritable()) {
      flush(open, ready);
    }
    if (ready.isValid() && ready.isReadable()) {
      read(open);
    }
  }

  private void connected(SocketChannel open, SelectionKey ready) throws IOException {
    open.finishConnect();
    ready.interestOps(SelectionKey.OP_READ);
    if (dialect.isPlain()) {
      stage = Stage.OPEN;
      dialect.opened(this);
      return;
    }
    stage = Stage.SHAKING_HANDS;
    write(ByteBuffer.wrap(Frames.handshake(open)));
  }

  private void read(SocketChannel open) throws IOException {
    ByteBuffer buffer = loop.buffer();
    buffer.clear();
    if (open.read(buffer) < 0) {
      throw new EOFException("closed by the server: " + stage);
    }
    buffer.flip();
    if (dialect.isPlain()) {
      dialect.bytes(this, buffer.remaining());
      return;
    }
    frames.append(buffer);
    if (stage == Stage.SHAKING_HANDS) {
      if (!frames.handshakeDone()) {
        return;
      }
      stage = Stage.OPEN;
      dialect.opened(this);
    }
    while (stage != Stage.CLOSED && frames.next()) {
      switch (frames.opcode()) {
        case Frames.TEXT -> dialect.text(this, frames.text());
        case Frames.PING -> send(Frames.PONG, frames.payload());
        case Frames.CLOSE -> throw new EOFException("close frame: " + stage + frames.closeCode());
        default -> {}
      }
    }
    frames.compact();
  }

  void send(String text) {
    send(Frames.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  private void send(int opcode, byte[] payload) {
    write(Frames.masked(opcode, payload));
  }

  void write(ByteBuffer bytes) {
    SocketChannel open = channel;
    SelectionKey ready = key;
    if (open == null || ready == null || stage == Stage.CLOSED) {
      return;
    }
    try {
      if (unsent.isEmpty()) {
        open.write(bytes);
        if (!bytes.hasRemaining()) {
          return;
        }
      }
      unsent.add(bytes);
      ready.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    } catch (IOException | CancelledKeyException e) {
      fail(e);
    }
  }

  private void flush(SocketChannel open, SelectionKey ready) throws IOException {
    ByteBuffer first = unsent.peek();
    while (first != null) {
      open.write(first);
      if (first.hasRemaining()) {
        return;
      }
      unsent.remove();
      first = unsent.peek();
    }
    ready.interestOps(SelectionKey.OP_READ);
  }

  /// The server knows who this is.
  void loggedIn() {
    if (stage == Stage.OPEN) {
      stage = Stage.LOGGED_IN;
      loggedInAt = Loop.now();
      if (onLoggedIn != null) {
        onLoggedIn.run();
      }
    }
  }

  void fail(Exception e) {
    if (stage == Stage.CLOSED) {
      return;
    }
    failures++;
    observer.failed(this, String.valueOf(e));
    close();
    if (onLost != null) {
      onLost.run();
    }
  }

  void close() {
    stage = Stage.CLOSED;
    SocketChannel open = channel;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        observer.failed(this, "on close: " + e);
      }
    }
  }
}
