package dev.optima.backend.http;

import dev.optima.backend.calendar.FeedService;
import java.util.List;

/// Calendars of the team outside of Optima: the link with which one subscribes.
public final class CalendarRoutes {
  private final FeedService feeds;

  public CalendarRoutes(FeedService feeds) {
    this.feeds = feeds;
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
            }));
  }
}
