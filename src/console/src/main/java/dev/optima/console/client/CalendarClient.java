package dev.optima.console.client;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Booking;
import dev.optima.protocol.rest.Bookings;
import dev.optima.protocol.rest.BusyTimes;
import dev.optima.protocol.rest.CalendarFeed;
import dev.optima.protocol.rest.ExternalCalendar;
import dev.optima.protocol.rest.NewBooking;
import dev.optima.protocol.rest.NewExternalCalendar;
import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/// What surrounds the meetings: links to pick a time with, one's own calendar programs, busy times.
/// Every method waits for the network.
public final class CalendarClient {
  private static final String BOOKINGS = "bookings";
  private static final String CALENDAR = "calendar";

  private final HttpExchange http;
  private final ApiClient api;

  CalendarClient(HttpExchange http, ApiClient api) {
    this.http = http;
    this.api = api;
  }

  /// A new link with which an applicant picks a time; its `url` is told only here.
  public Booking offer(NewBooking offer) throws ApiException {
    return http.send(api.to(BOOKINGS).post(http.body(offer)), Booking.class);
  }

  /// The links of an applicant, newest first.
  public Bookings offers(UserId applicant) throws ApiException {
    HttpUrl url = api.path(BOOKINGS).addQueryParameter("applicant_id", applicant.value()).build();
    return http.send(api.request(url), Bookings.class);
  }

  /// Makes a link worthless.
  public void withdraw(String booking) throws ApiException {
    http.send(api.to(BOOKINGS, booking).delete());
  }

  /// One's own subscription, without its link.
  public Optional<CalendarFeed> feed() throws ApiException {
    return orNone(api.to(CALENDAR, "feed"), CalendarFeed.class);
  }

  /// A new link to subscribe with; the former is worthless then.
  public CalendarFeed newFeed() throws ApiException {
    return http.send(api.to(CALENDAR, "feed").post(http.emptyBody()), CalendarFeed.class);
  }

  /// Ends the subscription.
  public void endFeed() throws ApiException {
    http.send(api.to(CALENDAR, "feed").delete());
  }

  /// The calendar elsewhere whose busy times are shown.
  public Optional<ExternalCalendar> external() throws ApiException {
    return orNone(api.to(CALENDAR, "external"), ExternalCalendar.class);
  }

  public ExternalCalendar connect(NewExternalCalendar calendar) throws ApiException {
    return http.send(api.to(CALENDAR, "external").put(http.body(calendar)), ExternalCalendar.class);
  }

  public void disconnect() throws ApiException {
    http.send(api.to(CALENDAR, "external").delete());
  }

  /// When the team is busy elsewhere.
  public BusyTimes busy(Instant from, Instant to) throws ApiException {
    HttpUrl url =
        api.path(CALENDAR, "busy")
            .addQueryParameter("from", from.toString())
            .addQueryParameter("to", to.toString())
            .build();
    return http.send(api.request(url), BusyTimes.class);
  }

  private <T> Optional<T> orNone(Request.Builder request, Class<T> type) throws ApiException {
    try {
      return Optional.of(http.send(request, type));
    } catch (ApiException e) {
      if (e.is(ErrorCode.NOT_FOUND)) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
