package dev.optima.backend.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that sweeps what is due and sleeps until the next deadline; an earlier one wakes it.
/// The deadlines are rows, so it also looks now and then for those of other nodes.
public final class Deadlines implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

  /// How long other nodes' deadlines may go unnoticed.
  private static final Duration LOOK = Duration.ofMillis(500);

  private final String name;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition earlier = lock.newCondition();
  private Instant next = Instant.MAX;
  private boolean closed;
  private @Nullable Thread thread;

  /// @param name of the thread
  public Deadlines(String name, InstantSource clock) {
    this.name = name;
    this.clock = clock;
  }

  /// Starts to sweep.
  ///
  /// @param sweep does what is due, and says when the next deadline is (or `Instant.MAX`)
  public void start(Supplier<Instant> sweep) {
    thread = Thread.ofVirtual().name(name).start(() -> loop(sweep));
  }

  private void loop(Supplier<Instant> sweep) {
    boolean open = true;
    while (open) {
      Instant due = Instant.MAX;
      forget();
      try {
        due = sweep.get();
      } catch (RuntimeException e) {
        LOG.warn("{} failed and is tried again: {}", name, e.toString());
      }
      open = sleep(due);
    }
  }

  private boolean sleep(Instant due) {
    try {
      return sleep(until(due, clock.instant(), LOOK), due);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// There is a deadline then. From any thread, at once.
  public void expect(@Nullable Instant deadline) {
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
  private void forget() {
    lock.lock();
    try {
      next = Instant.MAX;
    } finally {
      lock.unlock();
    }
  }

  /// Sleeps for `time` at most, or until something earlier than `known` is expected; false once
  /// closed.
  private boolean sleep(Duration time, Instant known) throws InterruptedException {
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

  /// Stops and waits until what is being swept is done.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      earlier.signalAll();
    } finally {
      lock.unlock();
    }
    Thread running = thread;
    if (running == null) {
      return;
    }
    try {
      running.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// How long until `deadline`, but not longer than `most` and not shorter than a millisecond.
  private static Duration until(Instant deadline, Instant now, Duration most) {
    if (deadline.isAfter(now.plus(most))) {
      return most;
    }
    long millis = Math.max(1, Duration.between(now, deadline).toMillis());
    return Duration.of(millis, TimeUnit.MILLISECONDS.toChronoUnit());
  }
}
