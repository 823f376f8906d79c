package dev.optima.console.client;

import dev.optima.protocol.rest.ProviderTest;
import dev.optima.protocol.rest.Providers;

/// What the backend's REST interface offers of media providers. Every method waits for the network.
public final class ProvidersClient {
  private final HttpExchange http;
  private final ApiClient api;

  ProvidersClient(HttpExchange http, ApiClient api) {
    this.http = http;
    this.api = api;
  }

  /// Those that are configured; a backend before providers knows no such address (`not_found`).
  public Providers list() throws ApiException {
    return http.send(api.to("providers"), Providers.class);
  }

  /// Looks at one and says what is right and what is not. For administrators.
  public ProviderTest test(String name) throws ApiException {
    return http.send(api.to("providers", name, "test").post(http.emptyBody()), ProviderTest.class);
  }
}
