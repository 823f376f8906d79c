package dev.optima.backend.booking;

import dev.optima.backend.meeting.BusyTime;
import dev.optima.backend.meeting.FreeTime;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which of the offered times are free.
final class Availability {
  /// Later than any slot.
  private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

  private final FreeTime freeTime;
  private final BookingStore bookings;

  Availability(FreeTime freeTime, BookingStore bookings) {
    this.freeTime = freeTime;
    this.bookings = bookings;
  }

  /// Until the end of this transaction nobody else takes the time of these people.
  void takeTurns(Tx tx, StoredBooking booking) throws SQLException {
    freeTime.takeTurns(tx, booking.people());
  }

  /// The starts that this link offers now, earliest first; what it holds itself is among them.
  List<Instant> slots(Tx tx, StoredBooking booking, Instant now) throws SQLException {
    var offered =
        new OfferedTimes(booking.offer(), booking.length(), freeTime.pause(), booking.zone(), now);
    LocalDate today = now.atZone(booking.zone()).toLocalDate();
    Instant from = today.atStartOfDay(booking.zone()).toInstant().minus(offered.buffer());
    Instant to = offered.horizon();
    List<BusyTime> busy =
        new ArrayList<>(freeTime.busy(tx, booking.applicantId(), booking.interviewers(), from, to));
    for (UserId person : booking.people()) {
      ownHold(booking, person, now).ifPresent(busy::remove);
    }
    return offered.free(busy, taken(tx, booking, busy, now));
  }

  private OfferedTimes.Taken taken(Tx tx, StoredBooking booking, List<BusyTime> busy, Instant now)
      throws SQLException {
    var taken = new OfferedTimes.Taken(booking.zone());
    busy.stream()
        .filter(one -> one.meetingId() != null && booking.interviewers().contains(one.userId()))
        .forEach(one -> taken.add(one.userId(), one.start()));
    for (UserId interviewer : booking.interviewers()) {
      List<BookingStore.Held> held =
          new ArrayList<>(bookings.held(tx, interviewer, Instant.EPOCH, FAR, now));
      ownHold(booking, interviewer, now)
          .ifPresent(own -> held.remove(new BookingStore.Held(own.start(), own.end())));
      held.forEach(one -> taken.add(interviewer, one.start()));
    }
    return taken;
  }

  /// What this link holds of somebody's time. Something else may lie at the very same time: only
  /// one is its own.
  private static Optional<BusyTime> ownHold(StoredBooking booking, UserId person, Instant now) {
    return Optional.ofNullable(booking.heldAt(now))
        .map(hold -> new BusyTime(person, null, hold.start(), hold.start().plus(booking.length())));
  }
}
