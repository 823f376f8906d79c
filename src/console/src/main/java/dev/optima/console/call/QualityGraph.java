package dev.optima.console.call;

import dev.optima.console.chart.ChartCard;
import dev.optima.console.chart.ChartExport;
import dev.optima.console.chart.LineChart;
import dev.optima.console.chart.Steps;
import dev.optima.console.chart.TimeAxis;
import dev.optima.console.chart.ValueAxis;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.CallQuality.Person;
import dev.optima.protocol.rest.CallQuality.Sample;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/// How one figure went through a call, a line for each side.
final class QualityGraph {
  /// Below these an axis would make much of nothing: seconds, shares, bits a second, frames.
  private static final double LEAST_DELAY = 0.1;

  private static final double LEAST_LOSS = 0.04;
  private static final double LEAST_BITRATE = 200_000;
  private static final double LEAST_FPS = 30;

  private final Words words;
  private final ReasonWords units;
  private final QualityFigure figure;
  private final LineChart plot;
  private final ChartCard card;

  QualityGraph(Words words, ChartExport export, QualityFigure figure) {
    this.words = words;
    this.figure = figure;
    units = new ReasonWords(words.numbers());
    plot = new LineChart(words);
    var about =
        new ChartCard.About(
            figure.id(), words.get(figure.title()), words.get(figure.explanation()));
    card = new ChartCard(words, export, about, plot);
  }

  /// @param from when the measuring began
  /// @param to when it ended
  void show(List<Person> people, Instant from, Instant to) {
    Double most = figure.most(people);
    Nodes.present(card, most != null);
    if (most == null) {
      return;
    }
    plot.tellMore(at -> figure == QualityFigure.FPS ? pictures(people, at) : List.of());
    plot.show(
        TimeAxis.clock(from, to, words.formats().zone(), words.texts().locale()),
        axis(most),
        people.stream()
            .map(person -> new LineChart.Series(person.name(), figure.line(person)))
            .toList());
  }

  /// In the units in which they are read, so that the steps are round.
  private ValueAxis axis(double most) {
    return switch (figure) {
      case RTT, JITTER ->
          new ValueAxis(
              Steps.upTo(Math.max(LEAST_DELAY, most)),
              value -> words.get(units.milliseconds(value)));
      case LOSS -> new ValueAxis(Steps.upTo(Math.max(LEAST_LOSS, most)), percent());
      case BITRATE ->
          new ValueAxis(
              Steps.upTo(Math.max(LEAST_BITRATE, most)),
              value -> words.get(units.bandwidth(value)));
      case FPS ->
          new ValueAxis(
              Steps.upTo(Math.max(LEAST_FPS, most)),
              value -> words.numbers().count(Math.round(value)));
    };
  }

  private DoubleFunction<String> percent() {
    return value ->
        value > 0 && value < 0.01
            ? words.get("quality.underOne", words.numbers().percent(0.01))
            : words.numbers().percent(value);
  }

  private List<String> pictures(List<Person> people, Instant at) {
    return people.stream()
        .flatMap(
            person ->
                person.samples().stream()
                    .filter(sample -> sample.at().equals(at))
                    .map(sample -> picture(person, sample)))
        .filter(line -> line != null)
        .toList();
  }

  private @Nullable String picture(Person person, Sample sample) {
    return sample.width() == null || sample.height() == null
        ? null
        : words.get(
            "quality.picture",
            person.name(),
            Integer.toString(sample.width()),
            Integer.toString(sample.height()));
  }

  ChartCard card() {
    return card;
  }
}
