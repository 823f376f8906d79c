package dev.optima.console.call;

import dev.optima.console.chart.LineChart;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.rest.CallQuality.Person;
import dev.optima.protocol.rest.CallQuality.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What can be drawn of how a call went.
enum QualityFigure {
  RTT("rtt", sample -> sample.rtt()),
  LOSS("loss", sample -> sample.loss()),
  JITTER("jitter", sample -> sample.jitter()),
  BITRATE("bitrate", sample -> sample.bitrate()),
  FPS("fps", sample -> sample.fps());

  private final String id;
  private final Function<Sample, @Nullable Double> value;

  QualityFigure(String id, Function<Sample, @Nullable Double> value) {
    this.id = id;
    this.value = value;
  }

  /// For files and tests.
  String id() {
    return "call-" + id;
  }

  Message title() {
    return switch (this) {
      case RTT -> Message.of("quality.rtt");
      case LOSS -> Message.of("quality.loss");
      case JITTER -> Message.of("quality.jitter");
      case BITRATE -> Message.of("quality.bitrate");
      case FPS -> Message.of("quality.fps");
    };
  }

  /// What exactly it is.
  Message explanation() {
    return switch (this) {
      case RTT -> Message.of("quality.rtt.what");
      case LOSS -> Message.of("quality.loss.what");
      case JITTER -> Message.of("quality.jitter.what");
      case BITRATE -> Message.of("quality.bitrate.what");
      case FPS -> Message.of("quality.fps.what");
    };
  }

  /// The line of a person. It is broken where nothing was measured.
  List<LineChart.Point> line(Person person) {
    List<LineChart.Point> points = new ArrayList<>();
    Duration step = Duration.ofSeconds(person.step());
    Instant expected = null;
    for (Sample sample : person.samples()) {
      if (expected != null && sample.at().isAfter(expected.plus(step.dividedBy(2)))) {
        points.add(new LineChart.Point(expected, null));
      }
      points.add(new LineChart.Point(sample.at(), value.apply(sample)));
      expected = sample.at().plus(step);
    }
    return points;
  }

  /// The highest that anybody measured; null if nobody did.
  @Nullable Double most(List<Person> people) {
    return people.stream()
        .flatMap(person -> person.samples().stream())
        .map(value)
        .filter(Objects::nonNull)
        .max(Double::compare)
        .orElse(null);
  }
}
