package dev.optima.backend.quality;

import dev.optima.protocol.quality.CallScore;
import dev.optima.protocol.quality.Measured;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What all the samples come to. Somebody's score is the mean over the time they measured; the
/// call's is that of whoever had it worst, since a talk is only as good as it is for both. Who was
/// there for less than 15 seconds does not count, unless nobody was there for longer.
final class Verdict {
  private static final int LEAST_SECONDS = 15;

  private Verdict() {}

  /// Of one person.
  static CallScore of(Series series) {
    List<CallScore> scores = series.measured().stream().map(CallScore::of).toList();
    return new CallScore(
        mean(scores, CallScore::total),
        mean(scores, CallScore::audio),
        mean(scores, CallScore::video));
  }

  /// Of the call.
  static CallScore of(Collection<Series> people) {
    List<Series> lasting = people.stream().filter(Verdict::isLongEnough).toList();
    return (lasting.isEmpty() ? people : lasting)
        .stream()
            .map(Verdict::of)
            .filter(score -> score.total() != null)
            .min(Comparator.comparingDouble(score -> Objects.requireNonNull(score.total())))
            .orElse(CallScore.NONE);
  }

  private static boolean isLongEnough(Series series) {
    return series.samples().size() * series.step() >= LEAST_SECONDS;
  }

  /// Of one sample.
  static @Nullable Double of(Measured sample) {
    return rounded(CallScore.of(sample).total());
  }

  private static @Nullable Double mean(
      List<CallScore> scores, Function<CallScore, @Nullable Double> part) {
    var known = scores.stream().map(part).filter(Objects::nonNull).toList();
    return known.isEmpty()
        ? null
        : rounded(known.stream().mapToDouble(Double::doubleValue).sum() / known.size());
  }

  /// To a hundredth: nobody hears less.
  private static @Nullable Double rounded(@Nullable Double score) {
    return score == null ? null : Math.round(score * 100) / 100.0;
  }
}
