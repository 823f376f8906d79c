package dev.optima.backend.push;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Does what belongs to one key in its order, and different keys beside one another.
final class PushLanes<K> {
  private final ConcurrentMap<K, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
  private final Executor threads;

  PushLanes(Executor threads) {
    this.threads = threads;
  }

  /// Does it once all that was said before for this key is done. Returns at once.
  void run(K key, Runnable work) {
    last.compute(key, (id, before) -> after(id, before, work));
  }

  private CompletableFuture<Void> after(
      K key, @Nullable CompletableFuture<Void> before, Runnable work) {
    CompletableFuture<Void> start =
        before == null ? CompletableFuture.<Void>completedFuture(null) : before;
    CompletableFuture<Void> done =
        start.handleAsync(
            (_, _) -> {
              work.run();
              return null;
            },
            threads);
    var _ = done.whenCompleteAsync((_, _) -> last.remove(key, done), threads);
    return done;
  }
}
