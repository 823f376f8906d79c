package dev.optima.backend.http;

import dev.optima.backend.provider.ProviderTests;
import dev.optima.backend.provider.Providers;
import dev.optima.backend.provider.VideoProvider;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.rest.Providers.Provider;
import java.util.List;

/// What can carry the video of calls.
public final class ProviderRoutes {
  private final Providers providers;
  private final ProviderTests tests;

  public ProviderRoutes(Providers providers, ProviderTests tests) {
    this.providers = providers;
    this.tests = tests;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("listProviders", Access.TEAM, request -> Reply.ok(list())),
        new Endpoint(
            "testProvider",
            Access.ADMIN,
            request -> Reply.ok(tests.run(request.identity(), provider(request)))));
  }

  private dev.optima.protocol.rest.Providers list() {
    return new dev.optima.protocol.rest.Providers(
        providers.standard().name(),
        providers.hasFallback(),
        providers.configured().stream()
            .map(one -> new Provider(one.name(), one.domain().orElse(null)))
            .toList());
  }

  private VideoProvider provider(ApiRequest request) {
    String name = request.path("name", text -> text);
    return providers
        .find(name)
        .orElseThrow(() -> Refusal.notFound("the provider " + name + " is not set up here"));
  }
}
