package dev.optima.acceptance.measure;

import dev.optima.acceptance.client.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// How soon the figures of the insights are there, with a million calls in the database.
final class InsightFigures {
  private static final int ROUNDS = 7;
  private static final List<Integer> DAYS = List.of(7, 30, 90);

  private final Medians medians;

  InsightFigures(Medians medians) {
    this.medians = medians;
  }

  void ask(String engine, Rest rest) throws Exception {
    Instant to = Instant.now().truncatedTo(ChronoUnit.HOURS);
    for (int days : DAYS) {
      String url =
          "/api/analytics/calls?time_zone=Europe%2FIstanbul&from="
              + to.minus(Duration.ofDays(days))
              + "&to="
              + to;
      medians.of(
          "insights on %s: %d days".formatted(engine, days),
          "ms",
          ROUNDS,
          () -> {
            long start = System.nanoTime();
            rest.get(url).expect(200);
            return (System.nanoTime() - start) / 1e6;
          });
    }
  }
}
