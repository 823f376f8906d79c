package dev.optima.backend.analytics;

import dev.optima.protocol.rest.CallAnalytics.FirstInterviews;
import dev.optima.protocol.rest.CallAnalytics.LengthBand;
import dev.optima.protocol.rest.CallAnalytics.WaitBand;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How lengths and waits are spread: all bands, also those in which nothing is. Their borders are
/// whole minutes, or days, so that totals know as exactly what is in which.
final class Bands {
  private static final List<Integer> MINUTES = List.of(0, 5, 10, 15, 20, 30, 45, 60, 90);
  private static final List<Integer> DAYS = List.of(0, 1, 2, 3, 5, 7, 14, 30);
  private static final long MINUTE = 60;
  private static final long DAY = 24 * 60 * MINUTE;

  /// Nine of ten waited less.
  private static final int MOST = 90;

  private Bands() {}

  static List<LengthBand> lengths(Histogram lengths) {
    return IntStream.range(0, MINUTES.size())
        .mapToObj(
            i ->
                new LengthBand(MINUTES.get(i), end(MINUTES, i), count(lengths, MINUTES, i, MINUTE)))
        .toList();
  }

  static FirstInterviews waits(Histogram waits) {
    List<WaitBand> bands =
        IntStream.range(0, DAYS.size())
            .mapToObj(i -> new WaitBand(DAYS.get(i), end(DAYS, i), count(waits, DAYS, i, DAY)))
            .toList();
    return new FirstInterviews(waits.size(), waits.median(), waits.quantile(MOST), bands);
  }

  private static @Nullable Integer end(List<Integer> borders, int index) {
    return index + 1 < borders.size() ? borders.get(index + 1) : null;
  }

  private static long count(Histogram values, List<Integer> borders, int index, long unit) {
    Integer end = end(borders, index);
    return values.between(borders.get(index) * unit, end == null ? Long.MAX_VALUE : end * unit);
  }
}
