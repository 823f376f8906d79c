package dev.optima.backend;

import dev.optima.backend.analytics.AnalyticsService;
import dev.optima.backend.store.Database;
import java.time.Duration;

/// Figures about calls and meetings.
record Analytics(AnalyticsService service) {

  private static final Duration LIFE = Duration.ofSeconds(30);

  /// @param calls whose ends make figures old
  static Analytics wire(Database database, Calls calls, Surroundings around) {
    var service = new AnalyticsService(database, LIFE, around.clock());
    calls
        .service()
        .watch(
            session -> {
              if (session.state().isTerminal()) {
                service.callEnded();
              }
            });
    return new Analytics(service);
  }
}
