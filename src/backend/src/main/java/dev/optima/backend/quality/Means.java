package dev.optima.backend.quality;

import dev.optima.protocol.message.ClientMessage.VideoCallQuality.Limit;
import dev.optima.protocol.quality.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Several reports as one: the mean of what is known; of the picture's size the last, of what
/// limits it what did so most often.
final class Means {
  private Means() {}

  /// @param reports at least one, in order of time
  static Measured of(List<Measured> reports) {
    if (reports.size() == 1) {
      return reports.getFirst();
    }
    return new Measured(
        mean(reports, Measured::rtt),
        mean(reports, Measured::loss),
        mean(reports, Measured::jitter),
        mean(reports, Measured::bitrate),
        mean(reports, Measured::fps),
        last(reports, Measured::width),
        last(reports, Measured::height),
        mean(reports, Measured::audioLoss),
        mean(reports, Measured::concealed),
        mean(reports, Measured::buffer),
        mean(reports, Measured::frozen),
        mean(reports, Measured::dropped),
        mean(reports, Measured::sentFps),
        mean(reports, Measured::available),
        most(reports));
  }

  private static @Nullable Double mean(
      List<Measured> reports, Function<Measured, @Nullable Double> figure) {
    List<Double> known = known(reports, figure);
    return known.isEmpty()
        ? null
        : known.stream().mapToDouble(Double::doubleValue).sum() / known.size();
  }

  private static @Nullable Integer last(
      List<Measured> reports, Function<Measured, @Nullable Integer> figure) {
    List<Integer> known = known(reports, figure);
    return known.isEmpty() ? null : known.getLast();
  }

  private static <T> List<T> known(List<Measured> reports, Function<Measured, @Nullable T> figure) {
    var known = new ArrayList<T>();
    for (Measured report : reports) {
      T value = figure.apply(report);
      if (value != null) {
        known.add(value);
      }
    }
    return known;
  }

  private static @Nullable Limit most(List<Measured> reports) {
    int[] times = new int[Limit.values().length];
    Limit most = null;
    for (Measured report : reports) {
      Limit limit = report.limited();
      if (limit != null) {
        times[limit.ordinal()]++;
        most = most == null || times[limit.ordinal()] > times[most.ordinal()] ? limit : most;
      }
    }
    return most;
  }
}
