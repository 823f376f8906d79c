package dev.optima.backend.store;

import dev.optima.backend.refusal.Refusal;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;

/// The readers beside SQLite's writer: a few platform threads, each read on a snapshot.
final class SqliteReaders implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteReaders.class);
  private static final int THREADS = 4;
  private static final int MAX_WAITING = 10_000;

  private final SQLiteDataSource source;
  private final ConcurrentLinkedQueue<Connected> idle = new ConcurrentLinkedQueue<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().name("sqlite-reader-", 0).factory());

  SqliteReaders(SQLiteDataSource source) {
    this.source = source;
    threads.allowCoreThreadTimeOut(true);
  }

  <T extends @Nullable Object> T read(Work<T> work) {
    var pending = Pending.awaited(work);
    try {
      threads.execute(() -> run(pending));
    } catch (RejectedExecutionException e) {
      throw Refusal.unavailable("too many reads wait");
    }
    return pending.await();
  }

  private void run(Pending<?> pending) {
    Connected reading = idle.poll();
    try {
      if (reading == null) {
        reading = new Connected(source.getConnection());
      }
      reading.connection().setAutoCommit(false); // BEGIN: one snapshot for all statements
      pending.run(reading);
      reading.connection().setAutoCommit(true);
      idle.add(reading);
    } catch (SQLException e) {
      pending.fail(new StoreException(e));
      discard(reading);
    } finally {
      pending.complete();
    }
  }

  private static void discard(@Nullable Connected reading) {
    if (reading == null) {
      return;
    }
    try {
      reading.close();
    } catch (SQLException e) {
      LOG.warn("Closing a reader failed: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    threads.close();
    idle.forEach(SqliteReaders::discard);
  }
}
