package dev.optima.backend.store;

import dev.optima.backend.refusal.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets few long reads go on at a time, and few wait, so that readers are left for the short ones:
/// by these every request finds out who asks.
final class LongReads {
  static final int TOGETHER = 2;
  static final int MOST_WAITING = 16;

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final Semaphore turns = new Semaphore(TOGETHER, true);

  <T extends @Nullable Object> T read(Supplier<T> reading) {
    if (turns.getQueueLength() >= MOST_WAITING || !takeTurn()) {
      throw Refusal.unavailable("too many long reads wait", AGAIN);
    }
    try {
      return reading.get();
    } finally {
      turns.release();
    }
  }

  private boolean takeTurn() {
    try {
      return turns.tryAcquire(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
