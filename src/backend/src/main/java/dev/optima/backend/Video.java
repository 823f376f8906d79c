package dev.optima.backend;

import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.outbound.OwnServers;
import dev.optima.backend.provider.CallPage;
import dev.optima.backend.provider.IceConfig;
import dev.optima.backend.provider.ProviderTests;
import dev.optima.backend.provider.Providers;
import dev.optima.backend.provider.SelfTest;
import dev.optima.backend.provider.Tickets;
import dev.optima.backend.store.Database;
import java.time.Duration;

/// What carries the video of calls.
record Video(Providers providers, ProviderTests tests) {
  private static final Duration TURN_LIFE = Duration.ofHours(6);

  static Video wire(Database database, Tickets tickets, Surroundings around) {
    BackendConfig config = around.config();
    var page = new CallPage(around.publicUrl(), tickets, around.clock());
    var ice =
        new IceConfig(config.ice().servers(), config.ice().turnSecret().orElse(null), TURN_LIFE);
    return new Video(
        Providers.of(config.providers(), page, ice),
        new ProviderTests(
            database,
            new SelfTest(new OwnServers(), around.publicUrl(), around.clock()),
            around.clock()));
  }
}
