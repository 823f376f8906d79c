package dev.optima.console.chart;

import java.util.stream.DoubleStream;

/// Round steps of an axis that begins at `from`.
///
/// @param step between two lines
/// @param count how many of them up to the top
public record Steps(double from, double step, int count) {
  private static final double[] ROUND = {1, 2, 4, 5, 10};
  private static final int MOST = 4;

  /// Steps of whole things, from zero to at least `most`.
  public static Steps whole(double most) {
    return of(0, Math.max(1, most), 1);
  }

  /// Steps from zero to at least `most`, as fine as it takes.
  public static Steps upTo(double most) {
    return of(0, most > 0 ? most : 1, 0);
  }

  /// Steps between two bounds that stay as they are.
  public static Steps between(double from, double to, double step) {
    return new Steps(from, step, (int) Math.round((to - from) / step));
  }

  private static Steps of(double from, double most, double finest) {
    double unit = Math.pow(10, Math.floor(Math.log10(most / MOST)));
    for (double round : ROUND) {
      double step = Math.max(finest, unit * round);
      int count = (int) Math.ceil(most / step - 1e-9);
      if (count <= MOST) {
        return new Steps(from, step, Math.max(1, count));
      }
    }
    return new Steps(from, unit * 10, MOST);
  }

  public double top() {
    return from + step * count;
  }

  /// Where lines are, from below.
  public DoubleStream lines() {
    return DoubleStream.iterate(0, i -> i <= count, i -> i + 1).map(i -> from + i * step);
  }

  /// How far up a value is: 0 at the bottom, 1 at the top.
  public double share(double value) {
    return Math.clamp((value - from) / (top() - from), 0, 1);
  }
}
