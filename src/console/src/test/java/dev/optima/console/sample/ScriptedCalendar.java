package dev.optima.console.sample;

import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Booking;
import dev.optima.protocol.rest.Bookings;
import dev.optima.protocol.rest.BusyTimes;
import dev.optima.protocol.rest.CalendarFeed;
import dev.optima.protocol.rest.ExternalCalendar;
import dev.optima.protocol.rest.NewBooking;
import dev.optima.protocol.rest.NewExternalCalendar;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// What surrounds the meetings of [ScriptedBackend]: links to pick a time with, the subscription,
/// the calendar elsewhere.
public final class ScriptedCalendar {
  private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");

  private final List<Booking> bookings = new CopyOnWriteArrayList<>();
  private final List<Object> said = new CopyOnWriteArrayList<>();
  private volatile @Nullable CalendarFeed feed;
  private volatile @Nullable ExternalCalendar external;

  /// The bodies of what was asked: [NewBooking], [NewExternalCalendar].
  public List<Object> said() {
    return said;
  }

  /// The links as they are.
  public List<Booking> bookings() {
    return bookings;
  }

  public void reads(ExternalCalendar calendar) {
    external = calendar;
  }

  /// What is told of the subscription: never its link.
  public void subscribed(Instant lastReadAt) {
    feed = new CalendarFeed(null, THEN, lastReadAt);
  }

  Answer booking(String method, String[] path, String body) throws JsonRefusal {
    switch (method) {
      case "GET":
        return Answer.json(new Bookings(bookings));
      case "DELETE":
        bookings.removeIf(booking -> booking.bookingId().equals(path[3]));
        return Answer.json(new Bookings(bookings));
      default:
        NewBooking asked = Json.read(body, NewBooking.class);
        said.add(asked);
        Booking made = made(asked, "https://optima.example.org/b/7Q2nX0c4T1m9Rk8ZbVh3yA");
        bookings.add(made(asked, null));
        return Answer.json(made);
    }
  }

  private Booking made(NewBooking asked, @Nullable String url) {
    return new Booking(
        "b" + bookings.size(),
        asked.applicantId(),
        asked.title(),
        asked.durationMinutes(),
        url,
        THEN,
        asked.expiresAt() == null ? THEN : asked.expiresAt(),
        null,
        null);
  }

  Answer answer(String method, String[] path, String body) throws JsonRefusal {
    if (path[3].equals("busy")) {
      return Answer.json(new BusyTimes(List.of()));
    }
    return path[3].equals("feed") ? feed(method) : external(method, body);
  }

  private Answer feed(String method) {
    if (method.equals("POST")) {
      feed = new CalendarFeed(null, THEN, null);
      return Answer.json(
          new CalendarFeed("https://optima.example.org/feeds/s3cr3t.ics", THEN, null));
    }
    if (method.equals("DELETE")) {
      feed = null;
      return Answer.json(List.of());
    }
    return feed == null ? Answer.problem(404, ErrorCode.NOT_FOUND, null) : Answer.json(feed);
  }

  private Answer external(String method, String body) throws JsonRefusal {
    if (method.equals("PUT")) {
      NewExternalCalendar asked = Json.read(body, NewExternalCalendar.class);
      said.add(asked);
      external = new ExternalCalendar(asked.kind(), asked.url(), asked.user(), null, null);
    } else if (method.equals("DELETE")) {
      external = null;
      return Answer.json(List.of());
    }
    return external == null
        ? Answer.problem(404, ErrorCode.NOT_FOUND, null)
        : Answer.json(external);
  }
}
