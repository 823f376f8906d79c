package dev.optima.console.kept;

import dev.optima.console.fx.Tasks;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A small value that outlives the console, in a file that only its owner may read. A file that
/// cannot be read or written costs the memory, never the console.
public final class KeptFile<T> {
  private static final Logger LOG = LoggerFactory.getLogger(KeptFile.class);

  private final Path file;
  private final Class<T> type;
  private final Tasks tasks;
  private final Object writing = new Object();
  private final AtomicReference<Tasks.@Nullable Work> newest = new AtomicReference<>();

  public KeptFile(Path file, Class<T> type, Tasks tasks) {
    this.file = file;
    this.type = type;
    this.tasks = tasks;
  }

  /// What was kept, if there is any that can be read. Waits for the disk.
  public Optional<T> read() {
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
  public void keep(T value) {
    soon(() -> OwnerOnly.write(file, Json.write(value)));
  }

  /// Keeps nothing any more.
  public void drop() {
    soon(() -> Files.deleteIfExists(file));
  }

  private void soon(Tasks.Work work) {
    newest.set(work);
    tasks.run(this::doNewest);
  }

  private void doNewest() throws Exception {
    synchronized (writing) {
      Tasks.Work work = newest.getAndSet(null);
      if (work != null) {
        work.run();
      }
    }
  }
}
