package dev.optima.backend.attachment;

import dev.optima.protocol.id.AttachmentId;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes pictures of files, one at a time, in a process that is started with the first, killed when
/// it takes too long and ended when nobody needs it. Without a picture a file is as good.
public final class Previews implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

  /// How long it may take.
  ///
  /// @param queue until its turn comes
  /// @param task one picture, the start of the process with it
  /// @param idle until the process ends for want of work
  record Patience(Duration queue, Duration task, Duration idle) {}

  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(12), Duration.ofSeconds(60));

  private final AttachmentFolder folder;
  private final Patience patience;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final ScheduledExecutorService alarms =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("preview-alarm").factory());
  private @Nullable PreviewProcess process;
  private @Nullable Future<?> retirement;

  public Previews(AttachmentFolder folder) {
    this(folder, PATIENCE);
  }

  Previews(AttachmentFolder folder, Patience patience) {
    this.folder = folder;
    this.patience = patience;
  }

  /// Writes a picture beside the file, if that can be done. Never fails.
  Preview make(AttachmentId id, String mediaType) {
    if (!PreviewWorker.knows(mediaType)) {
      return Preview.NONE;
    }
    try {
      if (!turn.tryLock(patience.queue().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("No picture of {}: too many wait", id);
        return Preview.NONE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Preview.NONE;
    }
    try {
      return made(id, mediaType);
    } finally {
      turn.unlock();
    }
  }

  private Preview made(AttachmentId id, String mediaType) {
    try {
      PreviewProcess worker = worker();
      Future<?> alarm =
          alarms.schedule(worker::close, patience.task().toMillis(), TimeUnit.MILLISECONDS);
      try {
        return worker.make(new PreviewTask(mediaType, folder.data(id), folder.preview(id)));
      } finally {
        alarm.cancel(false);
        retireLater();
      }
    } catch (IOException e) {
      LOG.warn("No picture of {} ({}): the worker died or was killed", id, mediaType);
      retire();
      remove(id);
      return Preview.NONE;
    }
  }

  private PreviewProcess worker() throws IOException {
    if (retirement != null) {
      retirement.cancel(false);
    }
    PreviewProcess present = process;
    if (present == null || !present.isAlive()) {
      present = PreviewProcess.start(folder.root());
      process = present;
    }
    return present;
  }

  private void retireLater() {
    retirement =
        alarms.schedule(this::retireIdle, patience.idle().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void retireIdle() {
    if (turn.tryLock()) {
      try {
        retire();
      } finally {
        turn.unlock();
      }
    }
  }

  private void retire() {
    if (process != null) {
      process.close();
      process = null;
    }
  }

  private void remove(AttachmentId id) {
    try {
      Files.deleteIfExists(folder.preview(id));
    } catch (IOException e) {
      LOG.warn("The picture of {} cannot be deleted: {}", id, e.toString());
    }
  }

  /// Ends the process; what is under way has no picture.
  @Override
  public void close() {
    alarms.shutdownNow();
    PreviewProcess present = process;
    if (present != null) {
      present.close();
    }
  }
}
