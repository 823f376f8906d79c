package dev.optima.console.chart;

import dev.optima.console.chart.Change.Verdict;
import dev.optima.console.chart.Change.Way;
import dev.optima.console.i18n.Numbers;
import dev.optima.console.i18n.Words;
import org.jspecify.annotations.Nullable;

/// How figures changed against the time before, in words. Nothing is said where there is too little
/// to compare: of one call that became none, “100 % less” is no news.
public final class Changes {
  /// Of fewer things neither percents nor points are told.
  private static final long ENOUGH = 5;

  private final Words words;
  private final Numbers numbers;

  /// What a rise means.
  public enum Rise {
    GOOD,
    BAD,
    NEITHER
  }

  public Changes(Words words) {
    this.words = words;
    numbers = words.numbers();
  }

  /// Of something that is counted, in percent.
  public @Nullable Change count(long now, long before, Rise rise) {
    if (now == 0 || before < ENOUGH) {
      return null;
    }
    double share = (double) (now - before) / before;
    long percent = Math.round(Math.abs(share) * 100);
    return change(percent == 0 ? 0 : share, numbers.percent(percent / 100.0), rise);
  }

  /// A share.
  ///
  /// @param share null where there was nothing of which it could be one
  /// @param of of how many things it is one
  public record Rate(@Nullable Double share, long of) {}

  /// Of a share, in points.
  public @Nullable Change rate(Rate now, Rate before, Rise rise) {
    if (now.share() == null || before.share() == null || Math.min(now.of(), before.of()) < ENOUGH) {
      return null;
    }
    long points = Math.round((now.share() - before.share()) * 100);
    return change(points, words.get("chart.points", numbers.count(Math.abs(points))), rise);
  }

  /// Of a length.
  public @Nullable Change length(@Nullable Long now, @Nullable Long before) {
    if (now == null || before == null) {
      return null;
    }
    long minutes = Math.round((now - before) / 60.0);
    return change(minutes, numbers.length(Math.abs(minutes) * 60), Rise.NEITHER);
  }

  /// Of a score.
  public @Nullable Change score(@Nullable Double now, @Nullable Double before) {
    if (now == null || before == null) {
      return null;
    }
    double tenths = Math.round((now - before) * 10) / 10.0;
    return change(tenths, numbers.decimal(Math.abs(tenths)), Rise.GOOD);
  }

  private Change change(double difference, String text, Rise rise) {
    if (difference == 0) {
      return new Change(words.get("chart.same"), Way.SAME, Verdict.NEITHER);
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
