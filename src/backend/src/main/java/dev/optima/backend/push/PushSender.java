package dev.optima.backend.push;

import dev.optima.backend.push.PushPost.Outcome;
import dev.optima.backend.store.Database;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.PushSubscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final PushLanes<UserId> people = new PushLanes<>(threads);
  private final PushLanes<String> devices = new PushLanes<>(threads);

  public PushSender(Database database, PushPost post, InstantSource clock, Pause pause) {
    this.database = database;
    this.post = post;
    this.clock = clock;
    this.pause = pause;
  }

  /// Sends a notice soon, to each device by itself: one that cannot be reached holds back no other.
  /// Returns at once; from any thread.
  void send(UserId user, PushNotice notice) {
    send(user, notice, () -> {});
  }

  /// The same.
  ///
  /// @param lost is run if no push service took it, though there was one to take it
  void send(UserId user, PushNotice notice, Runnable lost) {
    if (!soon(people, user, () -> spread(user, notice, lost))) {
      lost.run();
    }
  }

  private <K> boolean soon(PushLanes<K> lanes, K key, Runnable work) {
    if (!room.tryAcquire()) {
      LOG.warn("Too many pushes wait; one was dropped");
      return false;
    }
    try {
      lanes.run(key, () -> carryOut(work));
      return true;
    } catch (RejectedExecutionException e) {
      room.release(); // it is closing
      return false;
    }
  }

  private void carryOut(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("A push was not sent: {}", e.toString());
    } finally {
      room.release();
    }
  }

  private void spread(UserId user, PushNotice notice, Runnable lost) {
    List<PushSubscription> subscriptions = database.read(tx -> store.of(tx, user, clock.instant()));
    var spread = new Spread(subscriptions.size(), lost);
    for (PushSubscription subscription : subscriptions) {
      String device = subscription.endpoint();
      if (!soon(devices, device, () -> spread.settled(deliver(user, subscription, notice)))) {
        spread.settled(false);
      }
    }
  }

  /// A notice on its way to several devices.
  private static final class Spread {
    private final AtomicInteger open;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final Runnable lost;

    Spread(int devices, Runnable lost) {
      this.open = new AtomicInteger(devices);
      this.lost = lost;
    }

    void settled(boolean wasTaken) {
      if (wasTaken) {
        taken.set(true);
      }
      if (open.decrementAndGet() == 0 && !taken.get()) {
        lost.run();
      }
    }
  }

  /// Whether the push service has it.
  private boolean deliver(UserId user, PushSubscription subscription, PushNotice notice) {
    try {
      Outcome outcome = outcome(subscription, notice);
      settle(user, subscription, outcome);
      return outcome == Outcome.TAKEN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (RuntimeException e) {
      LOG.warn("A push was not sent: {}", e.toString());
      return false;
    }
  }

  private Outcome outcome(PushSubscription subscription, PushNotice notice)
      throws InterruptedException {
    Outcome outcome = attempt(subscription, notice);
    for (Duration time : PAUSES) {
      if (outcome != Outcome.LATER) {
        break;
      }
      pause.take(time);
      outcome = attempt(subscription, notice);
    }
    return outcome;
  }

  private void settle(UserId user, PushSubscription subscription, Outcome outcome) {
    if (outcome == Outcome.GONE) {
      database.write(tx -> store.delete(tx, user, subscription.endpoint()));
    }
    if (outcome == Outcome.REFUSED || outcome == Outcome.LATER) {
      LOG.warn("A push service did not take a push: {}", outcome);
    }
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
