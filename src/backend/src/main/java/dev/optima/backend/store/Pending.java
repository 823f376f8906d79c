package dev.optima.backend.store;

import dev.optima.backend.refusal.Refusal;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A unit of work that was handed over, and what became of it.
final class Pending<T extends @Nullable Object> {
  private final Work<T> work;
  private final Database.@Nullable Outcome<T> outcome;
  private final @Nullable Thread waiting;
  private List<Runnable> effects = List.of();
  private @Nullable T result;
  private @Nullable RuntimeException failure;
  private volatile boolean done;

  private Pending(Work<T> work, Database.@Nullable Outcome<T> outcome, @Nullable Thread waiting) {
    this.work = work;
    this.outcome = outcome;
    this.waiting = waiting;
  }

  /// For which the present thread will wait.
  static <T extends @Nullable Object> Pending<T> awaited(Work<T> work) {
    return new Pending<>(work, null, Thread.currentThread());
  }

  static <T extends @Nullable Object> Pending<T> told(Work<T> work, Database.Outcome<T> outcome) {
    return new Pending<>(work, outcome, null);
  }

  /// Runs the work; false if it failed, so that what it did is to be undone.
  boolean run(Connected connected) throws SQLException {
    var tx = new Tx(connected);
    failure = null;
    try {
      result = work.run(tx);
      effects = tx.effects();
      return true;
    } catch (RuntimeException e) {
      failure = e;
    } catch (Error e) {
      failure = new IllegalStateException("a unit of work failed", e);
    }
    effects = List.of();
    return false;
  }

  void fail(RuntimeException cause) {
    failure = cause;
    effects = List.of();
  }

  /// Whether it failed in the way asked for.
  boolean failed(Predicate<RuntimeException> way) {
    return failure != null && way.test(failure);
  }

  /// Tells whoever asked, runs the effects, and lets go whoever waits.
  void complete() {
    if (outcome != null) {
      Guarded.run(this::tell);
    }
    for (Runnable effect : effects) {
      Guarded.run(effect);
    }
    done = true;
    if (waiting != null) {
      LockSupport.unpark(waiting);
    }
  }

  private void tell() {
    Database.Outcome<T> listener = outcome;
    if (listener == null) {
      return;
    }
    if (failure != null) {
      listener.failed(failure);
    } else {
      listener.durable(value());
    }
  }

  /// Waits, and returns what the work returned or throws what it threw.
  T await() {
    boolean interrupted = false;
    while (!done) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    RuntimeException cause = failure;
    if (cause == null) {
      return value();
    }
    if (!(cause instanceof Refusal)) {
      cause.addSuppressed(new IllegalStateException("asked for here"));
    }
    throw cause;
  }

  @SuppressWarnings("NullAway") // null only where T is nullable, which is the work's own affair
  private T value() {
    return result;
  }
}
