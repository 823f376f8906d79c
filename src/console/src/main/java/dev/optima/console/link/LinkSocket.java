package dev.optima.console.link;

import static java.util.Objects.requireNonNull;

import dev.optima.console.kept.OwnerOnly;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a console hears what later ones were opened with: a socket of the file system, in a folder
/// that is closed to other users. One text a connection, and a word back once it is heard.
final class LinkSocket implements AutoCloseable {
  private static final String DONE = "ok";
  private static final int LONGEST = 4096;

  private final Path path;
  private final ServerSocketChannel server;
  private final Consumer<String> opened;

  private LinkSocket(Path path, ServerSocketChannel server, Consumer<String> opened) {
    this.path = path;
    this.server = server;
    this.opened = opened;
  }

  /// Listens from now on. Without a socket the console still runs: only links then do not reach it.
  /// To be called by who has the lock: what lies there was left by one that crashed.
  static Optional<LinkSocket> listen(Path home, Consumer<String> opened) {
    try {
      Path path = SocketPlace.of(home);
      OwnerOnly.folder(requireNonNull(path.getParent()));
      Files.deleteIfExists(path);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(path));
      SocketPlace.note(home, path);
      LinkSocket socket = new LinkSocket(path, server, opened);
      Thread.ofPlatform().daemon().name("optima-links").start(socket::serve);
      return Optional.of(socket);
    } catch (IOException | UnsupportedOperationException e) {
      log().warn("links cannot be handed over here: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /// Says what this one was opened with.
  ///
  /// @return whether it was heard
  static boolean tell(Path home, String text, Duration patience) {
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> told.complete(tell(home, text)));
    try {
      return told.get(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean tell(Path home, String text) {
    try {
      Path path = SocketPlace.noted(home);
      if (!SocketPlace.isOfItsUser(path, home)) {
        return false;
      }
      try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.shutdownOutput();
        return read(channel).equals(DONE);
      }
    } catch (IOException | UnsupportedOperationException e) {
      log().debug("the console that runs does not answer: {}", e.getMessage());
      return false;
    }
  }

  private void serve() {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        // Whoever says nothing keeps nobody else waiting.
        Thread.ofVirtual().name("optima-link").start(() -> hear(channel));
      } catch (IOException e) {
        log().debug("no link was heard", e);
      }
    }
  }

  private void hear(SocketChannel channel) {
    try (channel) {
      opened.accept(read(channel));
      channel.write(ByteBuffer.wrap(DONE.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      log().debug("no link was heard", e);
    }
  }

  private static String read(SocketChannel channel) throws IOException {
    byte[] bytes = Channels.newInputStream(channel).readNBytes(LONGEST);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      log().debug("the socket stays until the next console", e);
    }
  }

  /// Asked for only when there is something to say: a second start is over before the logging is
  /// there.
  private static Logger log() {
    return LoggerFactory.getLogger(LinkSocket.class);
  }
}
