package dev.optima.backend.store;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.UserId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets few long reads go on at a time, so that readers are left for the short ones: by these every
/// request finds out who asks. The others wait for a turn, but not for long; and nobody has so many
/// of them that the turns are theirs alone.
final class LongReads {
  static final int TOGETHER = 2;

  /// Whoever waits holds no more than a virtual thread.
  static final int MOST_WAITING = 500;

  /// Of one person, under way or waiting. The page of calls asks for its history, its figures and
  /// the missed rings at once, and a file may be written out beside it.
  static final int MOST_EACH = 4;

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final Semaphore turns = new Semaphore(TOGETHER, true);
  private final Map<UserId, Integer> present = new ConcurrentHashMap<>();

  <T extends @Nullable Object> T read(UserId who, Supplier<T> reading) {
    if (present.merge(who, 1, Integer::sum) > MOST_EACH) {
      leave(who);
      throw Refusal.rateLimited("too many long reads of one person at a time", AGAIN);
    }
    try {
      return read(reading);
    } finally {
      leave(who);
    }
  }

  private void leave(UserId who) {
    present.computeIfPresent(who, (_, reads) -> reads == 1 ? null : reads - 1);
  }

  private <T extends @Nullable Object> T read(Supplier<T> reading) {
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
