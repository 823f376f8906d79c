package dev.optima.backend.retention;

import dev.optima.backend.audit.AuditHistory;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Work;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes what is older than the settings allow: calls and meetings after their end, links to pick
/// a time that nobody used, and entries of the audit log; what these say of applicants goes with
/// their calls. In short transactions, so that nobody waits for it, each of which leaves all as it
/// should be: it may be killed between any two. Of several nodes one does it at a time.
public final class Retention implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /// How many go in one transaction.
  static final int TOGETHER = 50;

  private static final int ENTRIES_TOGETHER = 1_000;

  /// For how long each is kept.
  ///
  /// @param data calls and meetings, after their end
  /// @param audit entries of the audit log
  public record Terms(Duration data, Duration audit) {}

  /// What keeps totals of what goes.
  public record Totals(Folding<CallId> calls, Folding<MeetingId> meetings) {}

  private final Database database;
  private final Terms terms;
  private final InstantSource clock;
  private final BelievedTime time;
  private final CallExpiry calls;
  private final MeetingExpiry meetings;
  private final BookingExpiry bookings = new BookingExpiry();
  private final AuditHistory entries;
  private final RunTotals totals;
  private final Lease lease = new Lease();
  private final ReentrantLock running = new ReentrantLock();
  private volatile boolean closed;

  /// @param time up to which it goes
  /// @param clock of the lease and of what is told
  public Retention(
      Database database,
      Terms terms,
      Totals totals,
      AuditHistory entries,
      BelievedTime time,
      InstantSource clock) {
    this.database = database;
    this.terms = terms;
    this.time = time;
    this.clock = clock;
    this.calls = new CallExpiry(totals.calls());
    this.meetings = new MeetingExpiry(totals.meetings());
    this.entries = entries;
    this.totals = new RunTotals(new AuditLog(clock));
  }

  /// One run. Blocks; never fails.
  public void sweep() {
    if (closed || !running.tryLock()) {
      return;
    }
    try {
      begin().ifPresent(this::run);
    } catch (RuntimeException e) {
      if (!closed) {
        LOG.warn("What is too old could not be deleted; it is tried again: {}", e.toString());
      }
    } finally {
      running.unlock();
    }
  }

  /// The time up to which it goes; empty if another node is at it.
  private Optional<Instant> begin() {
    return database.<Optional<Instant>>write(
        tx -> lease.take(tx, clock.instant()) ? Optional.of(time.look(tx)) : Optional.empty());
  }

  private void run(Instant now) {
    Instant end = now.minus(terms.data());
    boolean through =
        all(end, calls, true)
            && all(end, meetings, false)
            && each(TOGETHER, most -> tx -> bookings.expire(tx, end, most))
            && each(ENTRIES_TOGETHER, most -> tx -> entries.forgetNames(tx, end, most))
            && each(
                ENTRIES_TOGETHER, most -> tx -> entries.forget(tx, now.minus(terms.audit()), most));
    if (through) {
      finish();
    }
  }

  /// Batch by batch; false if it was broken off.
  private boolean all(Instant end, Expiry expiry, boolean areCalls) {
    int gone = TOGETHER;
    while (gone == TOGETHER) {
      gone = closed ? -1 : batch(end, expiry, areCalls);
    }
    return gone >= 0;
  }

  /// How many went; -1 if it is no longer this one's turn.
  private int batch(Instant end, Expiry expiry, boolean areCalls) {
    return database.<Integer>write(
        tx -> {
          Instant now = clock.instant();
          if (!lease.take(tx, now)) {
            return -1;
          }
          int gone = expiry.expire(tx, end, TOGETHER);
          totals.add(tx, areCalls ? gone : 0, areCalls ? 0 : gone, now);
          return gone;
        });
  }

  /// What no run tells: again and again, until there is no more; false if it was broken off.
  private boolean each(int most, IntFunction<Work<Integer>> some) {
    int gone = most;
    while (gone == most && !closed) {
      gone = database.<Integer>write(some.apply(most));
    }
    return !closed;
  }

  private void finish() {
    database
        .<Optional<String>>write(
            tx -> {
              if (!lease.take(tx, clock.instant())) {
                return Optional.empty();
              }
              lease.release(tx);
              return totals.tell(tx);
            })
        .ifPresent(told -> LOG.info("Older than {} and deleted: {}", terms.data(), told));
  }

  /// Stops between two batches; the next run goes on.
  @Override
  public void close() {
    closed = true;
  }
}
