package dev.optima.backend.booking;

import dev.optima.backend.account.Identity;
import dev.optima.backend.applicant.ProfileService;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.rest.AnswerMeeting;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.PickSlot;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes an interview of a slot that an applicant picks, while it is the transaction's turn.
final class SlotBooking {
  private final MeetingKernel meetings;
  private final ProfileService profiles;
  private final Availability availability;
  private final BookingStore bookings = new BookingStore();
  private final BookingPeople people = new BookingPeople();

  SlotBooking(MeetingKernel meetings, ProfileService profiles, Availability availability) {
    this.meetings = meetings;
    this.profiles = profiles;
    this.availability = availability;
  }

  /// The start that was picked, if it is offered and free.
  Instant free(Tx tx, StoredBooking booking, PickSlot pick, Instant now) throws SQLException {
    Instant start = pick.start().truncatedTo(ChronoUnit.SECONDS);
    List<Instant> slots = availability.slots(tx, booking, now);
    if (slots.contains(start)) {
      return start;
    }
    throw taken(slots, start);
  }

  /// Somebody has no time then; who, and why, is not for the holder of a link.
  private static Refusal taken(List<Instant> slots, Instant start) {
    Instant next =
        slots.stream()
            .filter(slot -> slot.isAfter(start))
            .findFirst()
            .orElse(slots.isEmpty() ? null : slots.getFirst());
    return Refusal.clash(new MeetingCheck(List.of(), next));
  }

  /// Makes the interview, which the applicant has accepted by that.
  ///
  /// @param timeZone where the applicant is; null if they do not say
  void book(Tx tx, StoredBooking booking, Instant start, @Nullable String timeZone, Instant now)
      throws SQLException {
    if (timeZone != null) {
      profiles.moved(tx, booking.applicantId(), timeZone);
    }
    bookings.release(tx, booking.id());
    MeetingId meeting = plan(tx, booking, start, now);
    if (!bookings.book(tx, booking.id(), meeting)) {
      throw withdrawn();
    }
    Identity applicant = people.applicant(tx, booking.applicantId()).orElseThrow().identity();
    var accepted = new AnswerMeeting(MeetingAnswer.ACCEPTED, null, null, null);
    meetings.deeds().answer(tx, applicant, meeting, accepted, now);
  }

  private MeetingId plan(Tx tx, StoredBooking booking, Instant start, Instant now)
      throws SQLException {
    Identity owner = people.colleague(tx, booking.ownerId()).orElseThrow(SlotBooking::withdrawn);
    try {
      ScheduleMeeting wish = wish(booking, start);
      return meetings.planner().schedule(tx, owner, wish, now).meeting().session().meetingId();
    } catch (Refusal refusal) {
      if (refusal.clash().isEmpty()) {
        throw refusal;
      }
      throw taken(availability.slots(tx, booking, now), start); // a calendar changed just now
    }
  }

  private static ScheduleMeeting wish(StoredBooking booking, Instant start) {
    return new ScheduleMeeting(
        "booking-" + booking.id(),
        booking.applicantId(),
        start,
        (int) booking.length().toMinutes(),
        booking.title(),
        booking.description(),
        booking.interviewers(),
        booking.zone().getId(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /// A link that is worth nothing any more, since somebody took it back or its owner left.
  static Refusal withdrawn() {
    return Refusal.forbidden("this link was withdrawn; ask for a new one");
  }
}
