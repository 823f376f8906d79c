package dev.optima.acceptance.harness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Waits for conditions, each with a deadline; a wait that is over says what it waited for.
public final class Wait {
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("wait").factory());

  /// How long something may take that happens by itself: far longer than it does, since a machine
  /// with other work to do is no fault of the product.
  public static final Duration LONG = Duration.ofSeconds(60);

  private static final Duration STEP = Duration.ofMillis(50);

  private Wait() {}

  /// A question whose answer may not be known yet.
  public interface Question {
    boolean isTrue() throws Exception;
  }

  /// Asks until the answer is yes, for as long as [#LONG].
  public static void until(String what, Question question) {
    until(what, LONG, question);
  }

  /// Asks until the answer is yes.
  ///
  /// @throws AssertionError if it is not within `most`
  public static void until(String what, Duration most, Question question) {
    Optional<Boolean> yes =
        value(
            most,
            () -> {
              try {
                return question.isTrue() ? Boolean.TRUE : null;
              } catch (Exception e) {
                throw new AssertionError(what, e);
              }
            });
    if (yes.isEmpty()) {
      throw new AssertionError("not within " + most.toMillis() + " ms: " + what);
    }
  }

  /// Asks until there is a value, or until `most` is over.
  public static <T> Optional<T> value(Duration most, Supplier<@Nullable T> question) {
    long end = System.nanoTime() + most.toNanos();
    while (true) {
      T value = question.get();
      if (value != null) {
        return Optional.of(value);
      }
      if (System.nanoTime() >= end) {
        return Optional.empty();
      }
      pass(STEP);
    }
  }

  /// Lets time pass that the product itself has to feel, such as an outage.
  public static void pass(Duration span) {
    var over = new CountDownLatch(1);
    CLOCK.schedule(over::countDown, span.toNanos(), TimeUnit.NANOSECONDS);
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
