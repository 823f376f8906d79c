package dev.optima.backend.booking;

import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How long one link may keep a slot from others: for three holds in a row, however it hops between
/// slots that overlap; then it leaves it to others for a while. It may book what is free at any
/// time, held or not.
final class HoldLimit {
  /// All holds in a row together.
  static final Duration LONGEST = BookingLinkService.HOLD.multipliedBy(3);

  /// How long a slot is left to others afterwards.
  static final Duration REST = Duration.ofMinutes(30);

  private static final String LATELY =
      "SELECT since, until FROM booking_holds WHERE booking_id = ? AND until > ?"
          + " AND start_at > ? AND start_at < ?";
  private static final String KEEP =
      """
      INSERT INTO booking_holds (booking_id, start_at, since, until) VALUES (?, ?, ?, ?)
      ON CONFLICT (booking_id, start_at) DO UPDATE SET since = excluded.since, until = excluded.until\
      """;

  private record Hold(Instant since, Instant until) {}

  /// Notes that a slot is held instead of what was held.
  ///
  /// @throws Refusal `rate_limited` if this link held it for long enough
  void take(Tx tx, StoredBooking booking, Instant start, Instant now) throws SQLException {
    List<Hold> row = inARow(tx, booking, start, now);
    Instant since = row.stream().map(Hold::since).min(Instant::compareTo).orElse(now);
    Instant until = now.plus(BookingLinkService.HOLD);
    if (until.isAfter(since.plus(LONGEST))) {
      Instant free = row.stream().map(Hold::until).max(Instant::compareTo).orElse(now).plus(REST);
      throw Refusal.rateLimited("this link held that time for long", Duration.between(now, free));
    }
    tx.update(
        "UPDATE booking_holds SET until = ? WHERE booking_id = ? AND until > ?",
        now,
        booking.id(),
        now);
    tx.update(
        "DELETE FROM booking_holds WHERE booking_id = ? AND until <= ?",
        booking.id(),
        now.minus(REST));
    tx.update(KEEP, booking.id(), start, since, until);
  }

  private static List<Hold> inARow(Tx tx, StoredBooking booking, Instant start, Instant now)
      throws SQLException {
    return tx.list(
        LATELY,
        HoldLimit::hold,
        booking.id(),
        now.minus(REST),
        start.minus(booking.length()),
        start.plus(booking.length()));
  }

  private static Hold hold(Row row) throws SQLException {
    return new Hold(row.instant(1), row.instant(2));
  }
}
