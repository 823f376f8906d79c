package dev.optima.backend;

import dev.optima.backend.account.Secrets;
import dev.optima.backend.booking.BookingLinkService;
import dev.optima.backend.booking.BookingService;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.store.Database;

/// Booking links, wired.
record Bookings(BookingService service, BookingLinkService links) {

  static Bookings wire(
      Database database,
      Secrets secrets,
      Outbox outbox,
      Meetings meetings,
      People people,
      Surroundings around) {
    return new Bookings(
        new BookingService(database, secrets, outbox, around.publicUrl(), around.clock()),
        new BookingLinkService(
            database,
            meetings.kernel(),
            people.profiles(),
            around.config().organisation(),
            around.clock()));
  }
}
