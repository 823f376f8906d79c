package dev.optima.console.insight;

import dev.optima.console.chart.Change;
import dev.optima.console.chart.Change.Verdict;
import dev.optima.console.chart.Change.Way;
import dev.optima.console.i18n.Numbers;
import dev.optima.console.i18n.Words;
import org.jspecify.annotations.Nullable;

/// How figures changed against the time before, in words. Nothing is said where there was nothing
/// before to compare with.
final class Changes {
  private final Words words;
  private final Numbers numbers;

  /// What a rise means.
  enum Rise {
    GOOD,
    BAD,
    NEITHER
  }

  Changes(Words words) {
    this.words = words;
    numbers = words.numbers();
  }

  /// Of something that is counted, in percent.
  @Nullable Change count(long now, long before, Rise rise) {
    if (before == 0) {
      return null;
    }
    double share = (double) (now - before) / before;
    long percent = Math.round(Math.abs(share) * 100);
    return change(percent == 0 ? 0 : share, numbers.percent(percent / 100.0), rise);
  }

  /// Of a share, in points.
  @Nullable Change rate(@Nullable Double now, @Nullable Double before, Rise rise) {
    if (now == null || before == null) {
      return null;
    }
    long points = Math.round((now - before) * 100);
    return change(points, words.get("insights.points", numbers.count(Math.abs(points))), rise);
  }

  /// Of a length.
  @Nullable Change length(@Nullable Long now, @Nullable Long before) {
    if (now == null || before == null) {
      return null;
    }
    long minutes = Math.round((now - before) / 60.0);
    return change(minutes, numbers.length(Math.abs(minutes) * 60), Rise.NEITHER);
  }

  /// Of a score.
  @Nullable Change score(@Nullable Double now, @Nullable Double before) {
    if (now == null || before == null) {
      return null;
    }
    double tenths = Math.round((now - before) * 10) / 10.0;
    return change(tenths, numbers.decimal(Math.abs(tenths)), Rise.GOOD);
  }

  private Change change(double difference, String text, Rise rise) {
    if (difference == 0) {
      return new Change(words.get("insights.same"), Way.SAME, Verdict.NEITHER);
    }
    boolean up = difference > 0;
    Verdict verdict =
        switch (rise) {
          case GOOD -> up ? Verdict.GOOD : Verdict.BAD;
          case BAD -> up ? Verdict.BAD : Verdict.GOOD;
          case NEITHER -> Verdict.NEITHER;
        };
    return new Change(text, up ? Way.UP : Way.DOWN, verdict);
  }
}
