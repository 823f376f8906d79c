package dev.optima.acceptance.measure;

import dev.optima.acceptance.client.Rest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// How soon the figures of the insights are there, with a million calls in the database.
final class InsightFigures {
  private static final int ROUNDS = 7;
  private static final List<Integer> DAYS = List.of(7, 30, 90, 400);

  private final Medians medians;

  InsightFigures(Medians medians) {
    this.medians = medians;
  }

  /// Of three years, see [MillionCalls].
  ///
  /// @param kept where the filled database stays between runs; null to make and delete one
  void run(String engine, @Nullable Path kept) throws Exception {
    try (Filled filled = Filled.open("insights", engine, kept)) {
      filled.once(InsightFigures::fill, InsightFigures::fill);
      medians.line(
          "insights on %s: %d calls and %d meetings of three years, after %.0f s"
              .formatted(engine, MillionCalls.CALLS, MillionCalls.MEETINGS, filled.seconds()));
      ask(engine, filled.site().admin().rest());
    }
  }

  private static void fill(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      MillionCalls.fill(connection, Instant.now());
    }
  }

  void ask(String engine, Rest rest) throws Exception {
    Instant to = Instant.now().truncatedTo(ChronoUnit.HOURS);
    for (int days : DAYS) {
      AtomicInteger round = new AtomicInteger();
      medians.of(
          "insights on %s: %d days".formatted(engine, days),
          "ms",
          ROUNDS,
          () -> {
            // An answer is remembered: nobody asked for this time before.
            Instant end = to.minus(Duration.ofMinutes(15L * round.getAndIncrement()));
            long start = System.nanoTime();
            rest.get(url(end, days)).expect(200);
            return (System.nanoTime() - start) / 1e6;
          });
    }
  }

  private static String url(Instant to, int days) {
    return "/api/analytics/calls?time_zone=Europe%2FIstanbul&from="
        + to.minus(Duration.ofDays(days))
        + "&to="
        + to;
  }
}
