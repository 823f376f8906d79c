package dev.optima.console.client;

import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.Accounts;
import dev.optima.protocol.rest.AuditEntries;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The audit log, for administrators. Every method waits for the network.
public final class AuditClient {
  private final HttpExchange http;
  private final ApiClient api;

  AuditClient(HttpExchange http, ApiClient api) {
    this.http = http;
    this.api = api;
  }

  /// One page, newest first.
  ///
  /// @param before the `next` of the page before, or null for the first
  public AuditEntries page(AuditQuery query, @Nullable String before, int limit)
      throws ApiException {
    HttpUrl.Builder url = asked(query).addQueryParameter("limit", Integer.toString(limit));
    ApiClient.add(url, "before", before);
    return http.send(api.request(url.build()), AuditEntries.class);
  }

  /// All that fit, as a file of CSV; asking for it is an act itself.
  public byte[] csv(AuditQuery query) throws ApiException {
    return http.stream(
        api.request(asked(query).build()).header("Accept", "text/csv"), body -> body.bytes());
  }

  /// Everybody who may be in it, also those who left.
  public List<Account> accounts() throws ApiException {
    return http.send(api.to("accounts"), Accounts.class).accounts();
  }

  private HttpUrl.Builder asked(AuditQuery query) {
    HttpUrl.Builder url = api.path("audit");
    ApiClient.add(url, "actor", query.actor() == null ? null : query.actor().value());
    ApiClient.add(
        url, "act", query.act() == null ? null : query.act().name().toLowerCase(Locale.ROOT));
    ApiClient.add(url, "from", query.from() == null ? null : query.from().toString());
    ApiClient.add(url, "to", query.to() == null ? null : query.to().toString());
    ApiClient.add(url, "q", query.words().strip());
    return url;
  }
}
