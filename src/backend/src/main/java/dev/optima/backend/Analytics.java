package dev.optima.backend;

import dev.optima.backend.analytics.AnalyticsService;
import dev.optima.backend.store.Database;

/// Figures about calls and meetings.
record Analytics(AnalyticsService service) {

  static Analytics wire(Database database, Surroundings around) {
    return new Analytics(new AnalyticsService(database, around.clock()));
  }
}
