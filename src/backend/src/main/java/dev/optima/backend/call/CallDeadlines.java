package dev.optima.backend.call;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Where the sweeper sleeps until the next deadline; an earlier one wakes it.
final class CallDeadlines {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition earlier = lock.newCondition();
  private Instant next = Instant.MAX;
  private boolean closed;

  /// There is a deadline then. From any thread, at once.
  void expect(@Nullable Instant deadline) {
    if (deadline == null) {
      return;
    }
    lock.lock();
    try {
      if (deadline.isBefore(next)) {
        next = deadline;
        earlier.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Forgets what was expected; before the database is asked, so that nothing is missed.
  void forget() {
    lock.lock();
    try {
      next = Instant.MAX;
    } finally {
      lock.unlock();
    }
  }

  /// Until when nothing is expected.
  Instant next() {
    lock.lock();
    try {
      return next;
    } finally {
      lock.unlock();
    }
  }

  /// Sleeps for `time` at most, or until something earlier than `known` is expected; false once
  /// closed.
  boolean sleep(Duration time, Instant known) throws InterruptedException {
    lock.lock();
    try {
      long rest = time.toNanos();
      while (!closed && rest > 0 && !next.isBefore(known)) {
        rest = earlier.awaitNanos(rest);
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      earlier.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// How long until `deadline`, but not longer than `most` and not shorter than a millisecond.
  static Duration until(Instant deadline, Instant now, Duration most) {
    if (deadline.isAfter(now.plus(most))) {
      return most;
    }
    long millis = Math.max(1, Duration.between(now, deadline).toMillis());
    return Duration.of(millis, TimeUnit.MILLISECONDS.toChronoUnit());
  }
}
