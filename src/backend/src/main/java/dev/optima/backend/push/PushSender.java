package dev.optima.backend.push;

import dev.optima.backend.push.PushPost.Outcome;
import dev.optima.backend.store.Database;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.PushSubscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pushes to all browsers of a person, beside whatever brought it about: asking for it costs
/// nothing and never waits. One person's notices go out in their order; what does not fit in is
/// dropped, since a push is a knock at the door and never the truth.
public final class PushSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PushSender.class);

  /// How many notices may wait.
  private static final int MOST = 1_000;

  /// How many requests are under way at once.
  private static final int HANDS = 32;

  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(3));

  /// Lets time pass.
  @FunctionalInterface
  public interface Pause {
    void take(Duration time) throws InterruptedException;
  }

  private final Database database;
  private final PushPost post;
  private final InstantSource clock;
  private final Pause pause;
  private final PushSubscriptionStore store = new PushSubscriptionStore();
  private final Semaphore room = new Semaphore(MOST);
  private final Semaphore hands = new Semaphore(HANDS);
  private final Map<UserId, CompletableFuture<Void>> lanes = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public PushSender(Database database, PushPost post, InstantSource clock, Pause pause) {
    this.database = database;
    this.post = post;
    this.clock = clock;
    this.pause = pause;
  }

  /// Sends a notice soon. Returns at once; from any thread.
  void send(UserId user, PushNotice notice) {
    if (!room.tryAcquire()) {
      LOG.warn("Too many pushes wait; one was dropped");
      return;
    }
    try {
      lanes.compute(user, (id, before) -> after(id, before, notice));
    } catch (RejectedExecutionException e) {
      room.release(); // it is closing
    }
  }

  private CompletableFuture<Void> after(
      UserId user, @Nullable CompletableFuture<Void> before, PushNotice notice) {
    CompletableFuture<Void> start =
        before == null ? CompletableFuture.<Void>completedFuture(null) : before;
    CompletableFuture<Void> done = start.thenRunAsync(() -> deliver(user, notice), threads);
    var unused = done.whenCompleteAsync((nothing, failure) -> lanes.remove(user, done), threads);
    return done;
  }

  private void deliver(UserId user, PushNotice notice) {
    try {
      List<PushSubscription> all = database.read(tx -> store.of(tx, user, clock.instant()));
      List<Callable<Boolean>> each =
          all.stream()
              .<Callable<Boolean>>map(subscription -> () -> deliver(user, subscription, notice))
              .toList();
      var unused = threads.invokeAll(each);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("A push was not sent: {}", e.toString());
    } finally {
      room.release();
    }
  }

  /// @return whether the push service took it
  private boolean deliver(UserId user, PushSubscription subscription, PushNotice notice)
      throws InterruptedException {
    Outcome outcome = attempt(subscription, notice);
    for (Duration time : PAUSES) {
      if (outcome != Outcome.LATER) {
        break;
      }
      pause.take(time);
      outcome = attempt(subscription, notice);
    }
    if (outcome == Outcome.GONE) {
      database.write(tx -> store.delete(tx, user, subscription.endpoint()));
    }
    if (outcome == Outcome.REFUSED || outcome == Outcome.LATER) {
      LOG.warn("A push service did not take a push: {}", outcome);
    }
    return outcome == Outcome.TAKEN;
  }

  private Outcome attempt(PushSubscription subscription, PushNotice notice)
      throws InterruptedException {
    Instant now = clock.instant();
    if (!now.isBefore(notice.expiresAt())) {
      return Outcome.TAKEN; // nobody misses it
    }
    hands.acquire();
    try {
      return post.send(subscription, notice, now);
    } finally {
      hands.release();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    post.close();
  }
}
