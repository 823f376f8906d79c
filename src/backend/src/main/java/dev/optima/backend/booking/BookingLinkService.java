package dev.optima.backend.booking;

import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.applicant.ProfileService;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.StoredMeeting;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.BookingOffer;
import dev.optima.protocol.rest.PickSlot;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// What an applicant does with a booking link, without an account: sees what is free, holds a slot
/// for ten minutes, books it. Who takes somebody's time has that person's turn until the end of the
/// transaction, so of two links at once one wins. All methods block.
public final class BookingLinkService {
  /// How long a slot is held.
  public static final Duration HOLD = Duration.ofMinutes(10);

  private final Database database;
  private final MeetingKernel meetings;
  private final String organisation;
  private final InstantSource clock;
  private final BookingStore bookings = new BookingStore();
  private final BookingPeople people = new BookingPeople();
  private final HoldLimit limit = new HoldLimit();
  private final Availability availability;
  private final SlotBooking slots;

  public BookingLinkService(
      Database database,
      MeetingKernel meetings,
      ProfileService profiles,
      String organisation,
      InstantSource clock) {
    this.database = database;
    this.meetings = meetings;
    this.organisation = organisation;
    this.clock = clock;
    this.availability = new Availability(meetings.freeTime(), bookings);
    this.slots = new SlotBooking(meetings, profiles, availability);
  }

  /// What is offered. Changes nothing.
  public BookingOffer look(String code) {
    Instant now = now();
    return database.read(tx -> view(tx, good(tx, code, now), now));
  }

  /// The interview that was booked with a link.
  public MeetingId booked(String code) {
    Instant now = now();
    return database
        .read(tx -> Optional.ofNullable(good(tx, code, now).meetingId()))
        .orElseThrow(() -> Refusal.notFound("no time was booked with this link yet"));
  }

  /// Holds a slot instead of what this link held; refused with `conflict` and the next free one if
  /// somebody else has it, and with `rate_limited` if this link kept it from others for long: what
  /// it holds stays held then, and it may still book any slot that is free.
  public BookingOffer hold(String code, PickSlot pick) {
    Instant now = now();
    return write(
        code,
        now,
        (tx, booking) -> {
          if (booking.meetingId() != null) {
            throw Refusal.of(ErrorCode.STALE, "a time was booked with this link already");
          }
          Instant start = slots.free(tx, booking, pick, now);
          limit.take(tx, booking, start, now);
          var slot = new BookingStore.Held(start, start.plus(booking.length()));
          if (!bookings.hold(tx, booking.id(), slot, now.plus(HOLD))) {
            throw SlotBooking.withdrawn();
          }
        });
  }

  /// Makes the interview, which the applicant has accepted by that. Who asks again is told what was
  /// booked. What was held too long may still be free.
  public BookingOffer confirm(String code, PickSlot pick) {
    Instant now = now();
    return write(
        code,
        now,
        (tx, booking) -> {
          if (booking.meetingId() == null) {
            slots.book(tx, booking, slots.free(tx, booking, pick, now), pick.timeZone(), now);
          }
        });
  }

  /// What happens to a link while it is this transaction's turn.
  @FunctionalInterface
  private interface Deed {
    void on(Tx tx, StoredBooking booking) throws SQLException;
  }

  /// All that happens in a room happens in one order.
  private BookingOffer write(String code, Instant now, Deed deed) {
    StoredBooking seen = database.read(tx -> good(tx, code, now));
    return database.write(
        RoomId.of(seen.applicantId()).value(),
        tx -> {
          availability.takeTurns(tx, seen);
          deed.on(tx, good(tx, code, now));
          return view(tx, good(tx, code, now), now);
        });
  }

  /// A link that still opens, with those who are still there to lead the interview; one that was
  /// revoked is `forbidden`, so that a page can say so.
  private StoredBooking good(Tx tx, String code, Instant now) throws SQLException {
    StoredBooking booking =
        bookings.byCode(tx, Secrets.hash(code)).orElseThrow(BookingLinkService::unknown);
    if (booking.revokedAt() != null) {
      throw SlotBooking.withdrawn();
    }
    if (booking.meetingId() == null) {
      owner(tx, booking);
      if (!now.isBefore(booking.expiresAt())) {
        throw Refusal.of(ErrorCode.INVITATION_EXPIRED, "this link is over; ask for a new one");
      }
    }
    return booking.ledBy(people.present(tx, booking.interviewers()));
  }

  private BookingOffer view(Tx tx, StoredBooking booking, Instant now) throws SQLException {
    BookingPeople.Applicant applicant = applicant(tx, booking);
    MeetingId booked = booking.meetingId();
    StoredBooking.Hold held = booked == null ? booking.heldAt(now) : null;
    return new BookingOffer(
        organisation,
        applicant.name(),
        applicant.language(),
        booking.title(),
        booking.description(),
        people.names(tx, booking.interviewers()),
        (int) booking.length().toMinutes(),
        applicant.timeZone(),
        booked == null ? availability.slots(tx, booking, now) : List.of(),
        held == null ? null : held.start(),
        held == null ? null : held.until(),
        booked == null ? null : booked(tx, booked),
        booking.expiresAt());
  }

  private BookingOffer.Booked booked(Tx tx, MeetingId id) throws SQLException {
    StoredMeeting meeting =
        meetings.meetings().find(tx, id).orElseThrow(BookingLinkService::unknown);
    return new BookingOffer.Booked(meeting.session().scheduledTime(), meeting.session().status());
  }

  private Identity owner(Tx tx, StoredBooking booking) throws SQLException {
    return people.colleague(tx, booking.ownerId()).orElseThrow(SlotBooking::withdrawn);
  }

  private BookingPeople.Applicant applicant(Tx tx, StoredBooking booking) throws SQLException {
    return people.applicant(tx, booking.applicantId()).orElseThrow(BookingLinkService::unknown);
  }

  private static Refusal unknown() {
    return Refusal.notFound("this link is unknown; ask for a new one");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
