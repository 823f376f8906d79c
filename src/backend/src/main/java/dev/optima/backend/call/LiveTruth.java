package dev.optima.backend.call;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.LiveCall;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks now and then at what is live, since what the team is told may be lost: with a node that
/// dies between the commit and the telling, or on the bus. As long as nothing is live that is one
/// look at an empty index, and none at all as long as nobody of the team is here.
final class LiveTruth {
  private static final Logger LOG = LoggerFactory.getLogger(LiveTruth.class);

  /// How long something lost stays untold at most.
  static final Duration STEP = Duration.ofSeconds(3);

  private final TeamNews news;
  private final Set<CallId> doubted = ConcurrentHashMap.newKeySet();
  private final ReentrantLock looking = new ReentrantLock();
  private Instant next = Instant.MIN;
  private boolean begun;
  private boolean failed;

  LiveTruth(TeamNews news) {
    this.news = news;
  }

  /// What was told of this call may not be how it is.
  void doubt(CallId call) {
    doubted.add(call);
  }

  /// Blocks, unless another looks already; never fails: what could not be read is read by a later
  /// round.
  void round() {
    if (!looking.tryLock()) {
      return;
    }
    try {
      read();
    } catch (RuntimeException e) {
      if (!failed) {
        LOG.warn("What is live could not be read, and is tried again and again: {}", e.toString());
      }
      failed = true;
    } finally {
      looking.unlock();
    }
  }

  private void read() {
    news.learnMeasured();
    List.copyOf(doubted).forEach(this::settle);
    Instant now = news.now();
    if (now.isBefore(next) || !news.isWatched()) {
      return;
    }
    next = now.plus(STEP);
    look();
    if (failed) {
      LOG.info("What is live can be read again");
    }
    failed = false;
  }

  private void settle(CallId call) {
    doubted.remove(call);
    boolean sure = false;
    try {
      sure = news.check(call);
    } finally {
      if (!sure) {
        doubted.add(call);
      }
    }
  }

  private void look() {
    Map<CallId, Long> marks = news.marks(); // before the read: what is told from now on is newer
    Set<CallId> measured = news.quality().known();
    var live = new HashSet<CallId>();
    for (LiveCall call : news.readAll()) {
      CallId id = call.call().callId();
      live.add(id);
      if (!begun) {
        news.learn(call); // whoever watches since then has asked what is live
      }
      news.correct(call, marks.getOrDefault(id, 0L));
    }
    begun = true;
    marks.keySet().stream().filter(id -> !live.contains(id)).forEach(news::check);
    measured.stream().filter(id -> !live.contains(id)).forEach(news.quality()::forget);
    news.quality().elsewhere().forEach(news::checkBars);
  }
}
