package dev.optima.backend.http;

import dev.optima.backend.booking.BookingLinkService;
import dev.optima.backend.booking.BookingService;
import dev.optima.backend.meeting.invite.MeetingLinkService;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.NewBooking;
import dev.optima.protocol.rest.PickSlot;
import java.util.List;

/// Links with which an applicant picks a time.
public final class BookingRoutes {
  private final BookingService bookings;
  private final BookingLinkService links;
  private final MeetingLinkService calendars;

  /// @param calendars what was booked, for a calendar
  public BookingRoutes(
      BookingService bookings, BookingLinkService links, MeetingLinkService calendars) {
    this.bookings = bookings;
    this.links = links;
    this.calendars = calendars;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "offerBooking",
            Access.TEAM,
            request ->
                Reply.created(bookings.offer(request.identity(), request.body(NewBooking.class)))),
        new Endpoint("listBookings", Access.TEAM, this::list),
        new Endpoint("revokeBooking", Access.TEAM, this::revoke),
        new Endpoint(
            "lookAtBooking", Access.PUBLIC, request -> Reply.ok(links.look(request.path("code")))),
        new Endpoint(
            "holdSlot",
            Access.PUBLIC,
            request -> Reply.ok(links.hold(request.path("code"), request.body(PickSlot.class)))),
        new Endpoint(
            "confirmSlot",
            Access.PUBLIC,
            request ->
                Reply.created(links.confirm(request.path("code"), request.body(PickSlot.class)))),
        new Endpoint(
            "bookingCalendar",
            Access.PUBLIC,
            request ->
                CalendarFile.of(calendars.calendarOfBooked(links.booked(request.path("code"))))));
  }

  private Reply list(ApiRequest request) {
    UserId applicant =
        request
            .query("applicant_id", UserId::new)
            .orElseThrow(() -> Refusal.invalid("applicant_id", "applicant_id is missing"));
    return Reply.ok(bookings.list(request.identity(), applicant));
  }

  private Reply revoke(ApiRequest request) {
    bookings.revoke(request.identity(), request.path("bookingId"));
    return Reply.nothing();
  }
}
