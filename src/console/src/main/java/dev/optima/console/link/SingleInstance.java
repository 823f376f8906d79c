package dev.optima.console.link;

import dev.optima.console.kept.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// One console for one user and folder of settings. The first holds a lock on a file for as long as
/// it lives (a crash lets go of it) and listens on a socket of the file system, which only its user
/// can reach ([LinkSocket]); a later one says there what it was opened with, and ends.
public final class SingleInstance implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final FileChannel file;
  private final FileLock lock;
  private final @Nullable LinkSocket socket;

  private SingleInstance(FileChannel file, FileLock lock, @Nullable LinkSocket socket) {
    this.file = file;
    this.lock = lock;
    this.socket = socket;
  }

  /// What a start comes to.
  public sealed interface Start {
    /// This is the one console.
    record First(SingleInstance instance) implements Start {}

    /// There is one already, and it has heard what this one was opened with.
    record Told() implements Start {}

    /// There is one already, and it does not answer.
    record Mute() implements Start {}
  }

  /// Becomes the one console of this folder, or tells the one that is there. One that is just
  /// starting is waited for, and so is one that is just ending: then this one takes its place.
  ///
  /// @param text what this one was opened with: a link, or empty: just come to the front
  /// @param opened hears what later ones were opened with, on a thread of its own
  /// @param patience how long to wait for an answer
  /// @throws IOException if the folder cannot be written
  public static Start begin(Path home, String text, Consumer<String> opened, Duration patience)
      throws IOException {
    long until = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<SingleInstance> first = claim(home, opened);
      if (first.isPresent()) {
        return new Start.First(first.get());
      }
      Duration left = Duration.ofNanos(until - System.nanoTime());
      if (left.isNegative()) {
        return new Start.Mute();
      }
      if (LinkSocket.tell(home, text, left)) {
        return new Start.Told();
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Start.Mute();
      }
    }
  }

  /// Becomes the one console of this folder.
  ///
  /// @return empty if another one is there already
  static Optional<SingleInstance> claim(Path home, Consumer<String> opened) throws IOException {
    OwnerOnly.folder(home);
    FileChannel file =
        FileChannel.open(
            home.resolve("console.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = lock(file);
    if (lock == null) {
      file.close();
      return Optional.empty();
    }
    return Optional.of(
        new SingleInstance(file, lock, LinkSocket.listen(home, opened).orElse(null)));
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /// Lets another console be the one.
  @Override
  public void close() {
    if (socket != null) {
      socket.close();
    }
    try {
      lock.release();
      file.close();
    } catch (IOException e) {
      LoggerFactory.getLogger(SingleInstance.class)
          .debug("the lock stays until this process ends", e);
    }
  }
}
