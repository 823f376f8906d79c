package dev.optima.backend.analytics;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.CallAnalytics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// The figures that were asked for just now, and those that are being read: several people, or one
/// who goes back and forth, ask the same, at the end of a call all of them at once, and each answer
/// is a long read.
final class Remembered {
  private static final int MOST = 32;

  private final Duration life;
  private final InstantSource clock;
  private final Map<AnalyticsQuery, CompletableFuture<Answer>> answers = new LinkedHashMap<>();

  /// @param life how old figures may be
  Remembered(Duration life, InstantSource clock) {
    this.life = life;
    this.clock = clock;
  }

  private record Answer(CallAnalytics figures, Instant at) {}

  /// What is remembered, or what somebody else is just reading, or what is read now. A failure is
  /// told to those who wait for it, and not remembered; what is refused to one person is not
  /// refused to the others.
  CallAnalytics of(AnalyticsQuery query, Supplier<CallAnalytics> reading) {
    while (true) {
      var own = new CompletableFuture<Answer>();
      CompletableFuture<Answer> known = known(query, own);
      if (known == own) {
        return read(query, own, reading);
      }
      try {
        return known.join().figures();
      } catch (CompletionException e) {
        if (e.getCause() instanceof Refusal refusal) {
          if (refusal.code() == ErrorCode.RATE_LIMITED) {
            continue;
          }
          throw refusal;
        }
        throw e;
      }
    }
  }

  private CallAnalytics read(
      AnalyticsQuery query, CompletableFuture<Answer> own, Supplier<CallAnalytics> reading) {
    try {
      CallAnalytics figures = reading.get();
      own.complete(new Answer(figures, clock.instant()));
      return figures;
    } catch (RuntimeException | Error e) {
      forget(query, own);
      own.completeExceptionally(e);
      throw e;
    }
  }

  /// @param own what it is from now on, if it is not known
  private synchronized CompletableFuture<Answer> known(
      AnalyticsQuery query, CompletableFuture<Answer> own) {
    CompletableFuture<Answer> known = answers.get(query);
    if (known != null && (!known.isDone() || isFresh(known.join()))) {
      return known;
    }
    answers.remove(query);
    if (answers.size() >= MOST) {
      answers.remove(answers.keySet().iterator().next());
    }
    answers.put(query, own);
    return own;
  }

  private boolean isFresh(Answer answer) {
    return clock.instant().isBefore(answer.at().plus(life));
  }

  private synchronized void forget(AnalyticsQuery query, CompletableFuture<Answer> own) {
    answers.remove(query, own);
  }

  /// Something is counted that was not: a call is over. What is being read lacks it, and whoever
  /// asks from now on does not wait for that.
  synchronized void clear() {
    answers.clear();
  }
}
