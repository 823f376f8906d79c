package dev.optima.backend.retention;

import dev.optima.backend.store.Settings;
import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// The time as far as it is believed when something is to be deleted for good: a clock that is
/// suddenly years ahead must not empty the database. With each look it may advance by some days
/// only, so there is time to mend it; after a long standstill it comes up again look by look.
final class BelievedTime {
  static final Duration STEP = Duration.ofDays(7);

  private static final String NAME = "retention.clock";

  private BelievedTime() {}

  static Instant look(Tx tx, Instant now) throws SQLException {
    Instant last = Settings.get(tx, NAME).map(Long::valueOf).map(Instant::ofEpochMilli).orElse(now);
    Instant next = last.plus(STEP);
    Instant believed = now.isBefore(next) ? now : next;
    if (!believed.isBefore(last)) {
      Settings.put(tx, NAME, Long.toString(believed.toEpochMilli()), now);
    }
    return believed;
  }
}
