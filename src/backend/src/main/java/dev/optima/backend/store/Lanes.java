package dev.optima.backend.store;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the order of each lane: a virtual thread per lane that has something, one unit at a time.
final class Lanes implements AutoCloseable {
  private final Map<String, Queue<Pending<?>>> waiting = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Consumer<Pending<?>> carryOut;

  Lanes(Consumer<Pending<?>> carryOut) {
    this.carryOut = carryOut;
  }

  void add(String lane, Pending<?> unit) {
    lock.lock();
    try {
      Queue<Pending<?>> queue = waiting.get(lane);
      if (queue != null) {
        queue.add(unit);
        return;
      }
      waiting.put(lane, new ArrayDeque<>());
    } finally {
      lock.unlock();
    }
    threads.execute(() -> drain(lane, unit));
  }

  private void drain(String lane, Pending<?> first) {
    for (Pending<?> unit = first; unit != null; unit = next(lane)) {
      carryOut.accept(unit);
    }
  }

  private @Nullable Pending<?> next(String lane) {
    lock.lock();
    try {
      Pending<?> unit = waiting.getOrDefault(lane, new ArrayDeque<>()).poll();
      if (unit == null) {
        waiting.remove(lane);
      }
      return unit;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
