package dev.optima.backend.http;

import dev.optima.backend.analytics.AnalyticsQuery;
import dev.optima.backend.analytics.AnalyticsService;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.List;

/// Figures about calls and meetings.
public final class AnalyticsRoutes {
  private static final String CSV = "text/csv";

  private final AnalyticsService analytics;

  public AnalyticsRoutes(AnalyticsService analytics) {
    this.analytics = analytics;
  }

  public List<Endpoint> endpoints() {
    return List.of(new Endpoint("callAnalytics", Access.TEAM, this::calls));
  }

  private Reply calls(ApiRequest request) {
    AnalyticsQuery query =
        AnalyticsQuery.of(
            time(request, "from"),
            time(request, "to"),
            request.query("time_zone").orElse("UTC"),
            request.all("person", UserId::new),
            request.all("position", String::strip));
    if (request.prefers(CSV)) {
      return Reply.text(
              CSV + "; charset=utf-8",
              new AnalyticsCsv(analytics.export(request.identity(), query)).text())
          .with("Content-Disposition", "attachment; filename=\"insights.csv\"");
    }
    return Reply.ok(analytics.calls(request.identity(), query));
  }

  private static Instant time(ApiRequest request, String name) {
    return request.time(name).orElseThrow(() -> Refusal.invalid(name, name + " is missing"));
  }
}
