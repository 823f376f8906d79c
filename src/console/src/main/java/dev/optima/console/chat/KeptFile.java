package dev.optima.console.chat;

import dev.optima.console.fx.Tasks;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A small value that outlives the console, in a file that only its owner may read. A file that
/// cannot be read or written costs the memory, never the console.
final class KeptFile<T> {
  private static final Logger LOG = LoggerFactory.getLogger(KeptFile.class);

  private final Path file;
  private final Class<T> type;
  private final Tasks tasks;
  private final Object writing = new Object();
  private volatile @Nullable T newest;

  KeptFile(Path file, Class<T> type, Tasks tasks) {
    this.file = file;
    this.type = type;
    this.tasks = tasks;
  }

  Optional<T> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(Files.readString(file, StandardCharsets.UTF_8), type));
    } catch (IOException | JsonRefusal e) {
      LOG.warn("{} is not readable; starting afresh", file, e);
      return Optional.empty();
    }
  }

  /// Keeps this value, soon; of several in a row the newest.
  void keep(T value) {
    newest = value;
    tasks.run(this::write);
  }

  private void write() throws IOException {
    synchronized (writing) {
      T value = newest;
      if (value == null) {
        return;
      }
      newest = null;
      Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(file.getParent(), "kept", ".tmp");
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(fresh, Json.write(value), StandardCharsets.UTF_8);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
