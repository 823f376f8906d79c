package dev.optima.backend.history;

import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes calls be found that were before there was a history: beside everything else, in small
/// batches, the newest first. What is so old that it is about to be deleted is left alone.
public final class CatchUp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  private static final int BATCH = 100;
  private static final int TOLD = 10_000;

  private final Database database;
  private final Duration kept;
  private final InstantSource clock;
  private final HistoryIndex index = new HistoryIndex();
  private final ReentrantLock running = new ReentrantLock();
  private volatile boolean through;
  private volatile boolean closed;

  /// @param kept how long calls are kept
  CatchUp(Database database, Duration kept, InstantSource clock) {
    this.database = database;
    this.kept = kept;
    this.clock = clock;
  }

  /// Goes on until there is nothing more, and does nothing if there is not. Blocks; never fails:
  /// what could not be done is tried by the next run.
  public void run() {
    if (through || closed || !running.tryLock()) {
      return;
    }
    try {
      all(clock.instant().minus(kept));
    } catch (RuntimeException e) {
      if (!closed) {
        LOG.warn("Calls of before could not be added to the history: {}", e.toString());
      }
    } finally {
      running.unlock();
    }
  }

  private void all(Instant since) {
    int all = 0;
    int added = BATCH;
    while (added == BATCH && !closed) {
      added = database.<Integer>write(tx -> index.catchUp(tx, since, BATCH));
      all += added;
      if (all % TOLD == 0 && added > 0) {
        LOG.info("{} calls were added to the history, and it goes on", all);
      }
    }
    if (added < BATCH) {
      through = true;
      if (all > 0) {
        LOG.info("{} calls were added to the history, and that is all", all);
      }
    }
  }

  /// Whether all that is kept can be found; what is asked before has holes.
  boolean isThrough(Tx tx) throws SQLException {
    if (!through && !index.isBehind(tx, clock.instant().minus(kept))) {
      through = true; // whichever node did it: a new call never lacks
    }
    return through;
  }

  /// Stops between two batches.
  @Override
  public void close() {
    closed = true;
  }
}
