package dev.optima.console.client;

import dev.optima.protocol.rest.CallAnalytics;
import okhttp3.HttpUrl;

/// What became of the team's calls and meetings, in figures. Every method waits for the network.
public final class AnalyticsClient {
  private final HttpExchange http;
  private final ApiClient api;

  AnalyticsClient(HttpExchange http, ApiClient api) {
    this.http = http;
    this.api = api;
  }

  public CallAnalytics calls(AnalyticsQuery query) throws ApiException {
    return http.send(api.request(url(query)), CallAnalytics.class);
  }

  /// The same as a file of CSV.
  public byte[] csv(AnalyticsQuery query) throws ApiException {
    return http.stream(api.request(url(query)).header("Accept", "text/csv"), body -> body.bytes());
  }

  private HttpUrl url(AnalyticsQuery query) {
    HttpUrl.Builder url =
        api.path("analytics", "calls")
            .addQueryParameter("from", query.from().toString())
            .addQueryParameter("to", query.to().toString())
            .addQueryParameter("time_zone", query.zone().getId());
    query.people().forEach(person -> url.addQueryParameter("person", person.value()));
    query.positions().forEach(position -> url.addQueryParameter("position", position));
    return url.build();
  }
}
