package dev.optima.backend.booking;

import dev.optima.backend.meeting.BusySource;
import dev.optima.backend.meeting.BusyTime;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// A slot that is being booked is nobody else's meanwhile, whoever plans.
public final class HeldSlots implements BusySource {
  private final BookingStore bookings = new BookingStore();
  private final InstantSource clock;

  public HeldSlots(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public List<BusyTime> busy(Tx tx, UserId user, Instant from, Instant to) throws SQLException {
    return bookings.held(tx, user, from, to, clock.instant()).stream()
        .map(held -> new BusyTime(user, null, held.start(), held.end()))
        .toList();
  }
}
