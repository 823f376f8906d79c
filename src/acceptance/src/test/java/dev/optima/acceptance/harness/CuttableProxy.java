package dev.optima.acceptance.harness;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A cable between a client and the backend that can be cut: while it is, connections break and new
/// ones are refused.
public final class CuttableProxy implements AutoCloseable {
  private final ServerSocket listening;
  private volatile int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("outage").factory());
  private final Strands strands = new Strands(this::sever);
  private volatile boolean cut;

  private CuttableProxy(ServerSocket listening) {
    this.listening = listening;
  }

  /// One that leads nowhere yet.
  public static CuttableProxy open() throws IOException {
    var proxy = new CuttableProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(proxy::accept);
    return proxy;
  }

  public static CuttableProxy to(int port) throws IOException {
    CuttableProxy proxy = open();
    proxy.leadTo(port);
    return proxy;
  }

  public void leadTo(int port) {
    target = port;
  }

  public boolean isCut() {
    return cut;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /// Cuts it for a while.
  public void cutFor(Duration span) {
    cut = true;
    sever();
    var unused = clock.schedule(() -> cut = false, span.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Breaks what runs through it now; it can be used again at once.
  public void sever() {
    open.forEach(CuttableProxy::end);
    open.clear();
  }

  /// Breaks what runs through it at the next occasion of that kind.
  ///
  /// @return completes when it happened
  public CompletableFuture<Boolean> tear(Tear where) {
    return strands.tear(where);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        if (cut) {
          end(client);
        } else {
          connect(client);
        }
      } catch (IOException e) {
        if (!listening.isClosed()) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private void connect(Socket client) {
    Socket server = new Socket();
    try {
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
    } catch (IOException e) {
      end(client);
      return;
    }
    open.add(client);
    open.add(server);
    Thread.ofVirtual().start(() -> copy(client, server, strands::toBackend));
    Thread.ofVirtual().start(() -> copy(server, client, strands::toClient));
  }

  /// One way through the cable, to its end.
  private interface Way {
    void copy(InputStream from, OutputStream to) throws IOException;
  }

  private void copy(Socket from, Socket to, Way way) {
    try {
      way.copy(from.getInputStream(), to.getOutputStream());
    } catch (IOException e) {
      // One side has gone: the other follows.
    } finally {
      end(from);
      end(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    end(listening);
    open.forEach(CuttableProxy::end);
    clock.shutdownNow();
  }
}
