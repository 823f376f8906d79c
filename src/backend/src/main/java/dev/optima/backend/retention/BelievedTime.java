package dev.optima.backend.retention;

import dev.optima.backend.store.Settings;
import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The time as far as it is believed when something is to be deleted for good: a clock that is
/// suddenly years ahead must not empty the database. It passes [#SPEED] times as fast as this
/// process really runs, at most, however often it is looked at or started; so after a standstill it
/// is behind for a while, and comes up. All nodes share it, and all that deletes what is old.
///
/// At first it is the time of the newest call, or act in the audit log.
public final class BelievedTime {
  static final int SPEED = 4;

  private static final String NAME = "retention.clock";
  private static final String NEWEST =
      "SELECT MAX(t) FROM (SELECT MAX(created_at) AS t FROM calls"
          + " UNION ALL SELECT at FROM (SELECT at FROM audit_log ORDER BY id DESC LIMIT 1) AS a)"
          + " AS newest";

  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private long lookedAt;
  private @Nullable Instant believed;

  /// @param nanoTime passes as time really does, whatever the clock shows
  public BelievedTime(InstantSource clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.lookedAt = nanoTime.getAsLong();
  }

  /// The time that is believed now; never later than what the clock shows.
  public synchronized Instant look(Tx tx) throws SQLException {
    Instant now = clock.instant();
    Instant stored = stored(tx, now);
    long nanos = nanoTime.getAsLong();
    Instant from = believed == null ? stored : believed;
    Instant most = later(stored, from.plus(Duration.ofNanos(nanos - lookedAt).multipliedBy(SPEED)));
    Instant next = now.isBefore(most) ? now : most;
    lookedAt = nanos;
    believed = next;
    if (next.isAfter(stored)) {
      put(tx, next, now);
    }
    return next;
  }

  /// What all nodes came to so far. If the clock was put back, it was wrong before: then it begins
  /// anew, but not before what is stored.
  private static Instant stored(Tx tx, Instant now) throws SQLException {
    Optional<Instant> known = Settings.get(tx, NAME).map(Long::valueOf).map(Instant::ofEpochMilli);
    if (known.isPresent() && !known.get().isAfter(now)) {
      return known.get();
    }
    Instant newest = newest(tx).orElse(now);
    Instant begin = earlier(known.orElse(now), known.isPresent() ? later(newest, now) : newest);
    put(tx, begin, now);
    return begin;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static void put(Tx tx, Instant time, Instant now) throws SQLException {
    Settings.put(tx, NAME, Long.toString(time.toEpochMilli()), now);
  }

  private static Optional<Instant> newest(Tx tx) throws SQLException {
    return tx.first(
            NEWEST, row -> Optional.ofNullable(row.numberOrNull(1)).map(Instant::ofEpochMilli))
        .flatMap(time -> time);
  }
}
