package dev.optima.backend.analytics;

import dev.optima.protocol.rest.CallAnalytics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The figures that were asked for just now: several people, or one who goes back and forth, ask
/// the same, and each answer is a long read.
final class Remembered {
  private static final int MOST = 32;

  private final Duration life;
  private final InstantSource clock;
  private final Map<AnalyticsQuery, Answer> answers = new LinkedHashMap<>();
  private long cleared;

  /// @param life how old figures may be
  Remembered(Duration life, InstantSource clock) {
    this.life = life;
    this.clock = clock;
  }

  private record Answer(CallAnalytics figures, Instant at) {}

  synchronized Optional<CallAnalytics> find(AnalyticsQuery query) {
    Answer answer = answers.get(query);
    return answer != null && clock.instant().isBefore(answer.at().plus(life))
        ? Optional.of(answer.figures())
        : Optional.empty();
  }

  /// Before it is read; see [#put].
  synchronized long mark() {
    return cleared;
  }

  /// @param mark from before it was read: what was cleared meanwhile is not remembered
  synchronized void put(AnalyticsQuery query, CallAnalytics figures, long mark) {
    if (mark != cleared) {
      return;
    }
    answers.remove(query);
    if (answers.size() >= MOST) {
      answers.remove(answers.keySet().iterator().next());
    }
    answers.put(query, new Answer(figures, clock.instant()));
  }

  /// Something is counted that was not: a call is over.
  synchronized void clear() {
    answers.clear();
    cleared++;
  }
}
