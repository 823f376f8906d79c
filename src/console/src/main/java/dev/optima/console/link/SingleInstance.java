package dev.optima.console.link;

import static java.util.Objects.requireNonNull;

import dev.optima.console.kept.OwnerOnly;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One console for one user and folder of settings. The first holds a lock on a file for as long as
/// it lives (a crash lets go of it) and listens on a socket of the file system, which only its user
/// can reach; a later one says there what it was opened with, and ends.
public final class SingleInstance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
  private static final String DONE = "ok";
  private static final int LONGEST = 4096;

  private final FileChannel file;
  private final FileLock lock;
  private final Path socket;
  private final @Nullable ServerSocketChannel server;

  private SingleInstance(
      FileChannel file, FileLock lock, Path socket, @Nullable ServerSocketChannel server) {
    this.file = file;
    this.lock = lock;
    this.socket = socket;
    this.server = server;
  }

  /// Becomes the one console of this folder.
  ///
  /// @param opened hears what later ones were opened with (a link, or an empty text: just come to
  ///   the front), on a thread of its own
  /// @return empty if another one is there already
  /// @throws IOException if the folder cannot be written
  public static Optional<SingleInstance> claim(Path home, Consumer<String> opened)
      throws IOException {
    OwnerOnly.folder(home);
    FileChannel file =
        FileChannel.open(
            home.resolve("console.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = lock(file);
    if (lock == null) {
      file.close();
      return Optional.empty();
    }
    Path socket = socket(home);
    return Optional.of(new SingleInstance(file, lock, socket, listen(socket, opened)));
  }

  /// Tells the console that is there what this one was opened with.
  ///
  /// @return whether it heard it
  public static boolean tell(Path home, String opened) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket(home)))) {
      ByteBuffer text = ByteBuffer.wrap(opened.getBytes(StandardCharsets.UTF_8));
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.shutdownOutput();
      return read(channel).equals(DONE);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("the console that runs does not answer: {}", e.getMessage());
      return false;
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /// A name of about a hundred characters is too long for a socket: then it lies in the folder for
  /// temporary files, named after the other.
  private static Path socket(Path home) {
    Path usual = home.toAbsolutePath().resolve("console.sock");
    if (usual.toString().getBytes(StandardCharsets.UTF_8).length < 100) {
      return usual;
    }
    String name = "optima-" + Integer.toHexString(usual.hashCode());
    return Path.of(System.getProperty("java.io.tmpdir"), name, "console.sock");
  }

  /// Without a socket the console still runs: only links then do not reach it.
  private static @Nullable ServerSocketChannel listen(Path socket, Consumer<String> opened) {
    try {
      OwnerOnly.folder(requireNonNull(socket.getParent()));
      // Nobody else has the lock: what lies here was left by one that crashed.
      Files.deleteIfExists(socket);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      Thread.ofPlatform().daemon().name("optima-links").start(() -> serve(server, opened));
      return server;
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("links cannot be handed over here: {}", e.getMessage());
      return null;
    }
  }

  private static void serve(ServerSocketChannel server, Consumer<String> opened) {
    while (server.isOpen()) {
      try (SocketChannel channel = server.accept()) {
        String text = read(channel);
        channel.write(ByteBuffer.wrap(DONE.getBytes(StandardCharsets.UTF_8)));
        opened.accept(text);
      } catch (IOException e) {
        LOG.debug("no link was heard", e);
      }
    }
  }

  private static String read(SocketChannel channel) throws IOException {
    byte[] bytes = Channels.newInputStream(channel).readNBytes(LONGEST);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Lets another console be the one.
  @Override
  public void close() {
    try {
      if (server != null) {
        server.close();
        Files.deleteIfExists(socket);
      }
      lock.release();
      file.close();
    } catch (IOException e) {
      LOG.debug("the lock stays until this process ends", e);
    }
  }
}
