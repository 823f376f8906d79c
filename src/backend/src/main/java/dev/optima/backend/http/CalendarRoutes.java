package dev.optima.backend.http;

import dev.optima.backend.calendar.ExternalCalendars;
import dev.optima.backend.calendar.FeedService;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.rest.NewExternalCalendar;
import java.time.Instant;
import java.util.List;

/// Calendars of the team outside of Optima: the link with which one subscribes, and the calendar
/// whose busy times count here.
public final class CalendarRoutes {
  private final FeedService feeds;
  private final ExternalCalendars elsewhere;

  public CalendarRoutes(FeedService feeds, ExternalCalendars elsewhere) {
    this.feeds = feeds;
    this.elsewhere = elsewhere;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "calendarFeed", Access.TEAM, request -> Reply.ok(feeds.get(request.identity()))),
        new Endpoint(
            "createCalendarFeed",
            Access.TEAM,
            request -> Reply.created(feeds.create(request.identity()))),
        new Endpoint(
            "revokeCalendarFeed",
            Access.TEAM,
            request -> {
              feeds.revoke(request.identity());
              return Reply.nothing();
            }),
        new Endpoint(
            "externalCalendar",
            Access.TEAM,
            request -> Reply.ok(elsewhere.get(request.identity()))),
        new Endpoint(
            "connectExternalCalendar",
            Access.TEAM,
            request ->
                Reply.ok(
                    elsewhere.put(request.identity(), request.body(NewExternalCalendar.class)))),
        new Endpoint(
            "disconnectExternalCalendar",
            Access.TEAM,
            request -> {
              elsewhere.delete(request.identity());
              return Reply.nothing();
            }),
        new Endpoint("busyTimes", Access.TEAM, this::busy));
  }

  private Reply busy(ApiRequest request) {
    return Reply.ok(elsewhere.busy(time(request, "from"), time(request, "to")));
  }

  private static Instant time(ApiRequest request, String name) {
    return request.time(name).orElseThrow(() -> Refusal.invalid(name, name + " is missing"));
  }
}
