package dev.optima.console.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A profile that one browser window has for itself: a second browser with the same profile would
/// hand its page over to the first one and end at once. It is kept, so that the browser asks for
/// camera and microphone only once.
final class BrowserProfile implements AutoCloseable {
  private static final int MOST = 16;

  private final Path directory;
  private final FileChannel channel;

  private BrowserProfile(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /// Takes the first that nobody uses, in this process or another.
  static BrowserProfile take(Path home) throws IOException {
    for (int number = 1; number <= MOST; number++) {
      BrowserProfile free = tryToTake(home.resolve("browser-profile-" + number));
      if (free != null) {
        return free;
      }
    }
    throw new IOException("all browser profiles are in use");
  }

  private static @Nullable BrowserProfile tryToTake(Path directory) throws IOException {
    Files.createDirectories(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve("optima.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another window of this console has it.
      lock = null;
    }
    if (lock == null) {
      channel.close();
      return null;
    }
    return new BrowserProfile(directory, channel);
  }

  Path directory() {
    return directory;
  }

  /// Gives it back.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
