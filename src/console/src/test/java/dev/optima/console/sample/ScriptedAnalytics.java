package dev.optima.console.sample;

import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.rest.CallAnalytics;
import java.time.Instant;
import java.util.List;

/// The figures of a scripted backend: nothing ever happened, until a test says what did.
public final class ScriptedAnalytics {
  private volatile Counting counting = ScriptedAnalytics::nothing;

  /// Counts what a test wants counted.
  @FunctionalInterface
  public interface Counting {
    CallAnalytics of(Instant from, Instant to);
  }

  /// Counts in this way from now on.
  public void count(Counting other) {
    counting = other;
  }

  /// Of a time in which nothing was.
  public static CallAnalytics nothing(Instant from, Instant to) {
    CallAnalytics.Figures none = figures(0, 0, 0, 0, 0, 0);
    return of(from, to, none, List.of());
  }

  /// Some figures; a rate or length of nothing is null.
  public static CallAnalytics.Figures figures(
      long interviews, long rings, long answered, long due, long noShows, long median) {
    return new CallAnalytics.Figures(
        interviews,
        rings,
        answered,
        rings == 0 ? null : (double) answered / rings,
        due,
        noShows,
        due == 0 ? null : (double) noShows / due,
        interviews == 0 ? null : median,
        null);
  }

  /// An answer with figures and days, and nothing else.
  public static CallAnalytics of(
      Instant from, Instant to, CallAnalytics.Figures figures, List<CallAnalytics.Day> days) {
    return of(from, to, figures, figures(0, 0, 0, 0, 0, 0), days);
  }

  /// An answer with figures of now and before, and days, and nothing else.
  public static CallAnalytics of(
      Instant from,
      Instant to,
      CallAnalytics.Figures figures,
      CallAnalytics.Figures before,
      List<CallAnalytics.Day> days) {
    return new CallAnalytics(
        from,
        to,
        "Europe/Istanbul",
        figures,
        before,
        days,
        List.of(),
        new CallAnalytics.NoShows(figures.due(), figures.noShows(), 0, 0),
        new CallAnalytics.FirstInterviews(0, null, null, List.of()),
        List.of(),
        List.of(),
        List.of());
  }

  Answer answer(CallQuestion asked) {
    return Answer.json(
        counting.of(Instant.parse(asked.need("from")), Instant.parse(asked.need("to"))));
  }
}
