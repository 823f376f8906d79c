package dev.optima.acceptance.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/// One thread, one selector, and timers: the whole load runs on it, so that nothing but the server
/// decides about the latencies. All times are `System.nanoTime`, all spans nanoseconds.
final class Loop implements AutoCloseable {
  static final long MILLISECOND = 1_000_000;
  static final long SECOND = 1_000 * MILLISECOND;

  private record Timer(long at, Runnable deed) {}

  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::at));
  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);

  Loop() throws IOException {
    selector = Selector.open();
  }

  Selector selector() {
    return selector;
  }

  /// The buffer that every connection reads into, one after the other.
  ByteBuffer buffer() {
    return buffer;
  }

  static long now() {
    return System.nanoTime();
  }

  void at(long time, Runnable deed) {
    timers.add(new Timer(time, deed));
  }

  void after(long span, Runnable deed) {
    at(now() + span, deed);
  }

  void run(long span) throws IOException {
    runUntil(() -> false, span);
  }

  /// Runs until `done`, or until `most` is over.
  ///
  /// @return whether it was done
  boolean runUntil(BooleanSupplier done, long most) throws IOException {
    long end = now() + most;
    while (!done.getAsBoolean()) {
      long time = now();
      if (time >= end) {
        return false;
      }
      Timer timer = timers.peek();
      while (timer != null && timer.at <= time) {
        timers.remove();
        timer.deed.run();
        timer = timers.peek();
      }
      select(Math.min(end, timer == null ? Long.MAX_VALUE : timer.at) - now());
    }
    return true;
  }

  void forgetTimers() {
    timers.clear();
  }

  private void select(long span) throws IOException {
    // A selector's time-out is in whole milliseconds: the last two are spun.
    if (span < 2 * MILLISECOND) {
      selector.selectNow();
    } else {
      selector.select((span - MILLISECOND) / MILLISECOND);
    }
    for (SelectionKey key : selector.selectedKeys()) {
      Connection connection = (Connection) key.attachment();
      try {
        connection.onReady(key);
      } catch (IOException | CancelledKeyException e) {
        connection.fail(e);
      }
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
