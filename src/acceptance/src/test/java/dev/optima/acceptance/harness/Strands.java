package dev.optima.acceptance.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What runs through a cable, both ways, until a tear that was asked for is reached.
final class Strands {
  private static final int BUFFER = 16 * 1024;

  private final AtomicReference<@Nullable Order> order = new AtomicReference<>();
  private final Runnable breaks;

  /// @param breaks ends all connections of the cable
  Strands(Runnable breaks) {
    this.breaks = breaks;
  }

  /// A tear that was asked for.
  private static final class Order {
    final Tear where;
    final CompletableFuture<Boolean> torn = new CompletableFuture<>();
    volatile boolean answerless;

    Order(Tear where) {
      this.where = where;
    }
  }

  /// Tears at the next occasion.
  ///
  /// @return completes when it did
  CompletableFuture<Boolean> tear(Tear where) {
    var asked = new Order(where);
    order.set(asked);
    return asked.torn;
  }

  void toBackend(InputStream from, OutputStream to) throws IOException {
    var buffer = new byte[BUFFER];
    for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
      Order now = order.get();
      if (now == null || now.answerless) {
        to.write(buffer, 0, count);
        continue;
      }
      switch (now.where) {
        case BEFORE_IT_LEAVES -> torn(now);
        case INSIDE_WHAT_IS_SENT -> {
          to.write(buffer, 0, Math.max(1, count / 2));
          torn(now);
        }
        case BEFORE_THE_ANSWER -> {
          now.answerless = true;
          to.write(buffer, 0, count);
        }
        case INSIDE_WHAT_IS_RECEIVED -> to.write(buffer, 0, count);
      }
    }
  }

  void toClient(InputStream from, OutputStream to) throws IOException {
    var buffer = new byte[BUFFER];
    for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
      Order now = order.get();
      if (now != null && now.answerless) {
        torn(now);
      } else if (now != null && now.where == Tear.INSIDE_WHAT_IS_RECEIVED) {
        to.write(buffer, 0, Math.max(1, count / 2));
        torn(now);
      } else {
        to.write(buffer, 0, count);
      }
    }
  }

  private void torn(Order now) {
    if (order.compareAndSet(now, null)) {
      breaks.run();
      now.torn.complete(true);
    }
  }
}
