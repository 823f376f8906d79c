package dev.optima.backend.store;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A bounded queue of many producers and one consumer, which takes all that is there at once. A
/// producer wakes the consumer only when it sleeps, so under load nobody makes a system call.
final class WriteQueue {
  private final ConcurrentLinkedQueue<Pending<?>> units = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final int capacity;
  private volatile @Nullable Thread sleeper;
  private volatile boolean closed;

  WriteQueue(int capacity) {
    this.capacity = capacity;
  }

  /// False if the queue is full or closed.
  boolean offer(Pending<?> unit) {
    if (closed) {
      return false;
    }
    if (size.incrementAndGet() > capacity) {
      size.decrementAndGet();
      return false;
    }
    units.add(unit);
    wake();
    return true;
  }

  /// Waits until there is something and moves it; false once the queue is closed and empty.
  boolean take(List<Pending<?>> batch, int limit) {
    while (true) {
      for (Pending<?> unit; batch.size() < limit && (unit = units.poll()) != null; ) {
        batch.add(unit);
      }
      if (!batch.isEmpty()) {
        size.addAndGet(-batch.size());
        return true;
      }
      if (closed && size.get() == 0) {
        return false;
      }
      sleep();
    }
  }

  int size() {
    return size.get();
  }

  void close() {
    closed = true;
    wake();
  }

  private void wake() {
    Thread consumer = sleeper;
    if (consumer != null) {
      LockSupport.unpark(consumer);
    }
  }

  private void sleep() {
    sleeper = Thread.currentThread();
    try {
      if (units.isEmpty() && !closed) {
        LockSupport.park(this);
      }
    } finally {
      sleeper = null;
    }
  }
}
