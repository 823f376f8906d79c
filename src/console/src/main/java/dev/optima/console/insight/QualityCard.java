package dev.optima.console.insight;

import dev.optima.console.chart.ChartCard;
import dev.optima.console.chart.LineChart;
import dev.optima.console.chart.LineChart.Point;
import dev.optima.console.chart.Steps;
import dev.optima.console.chart.Table;
import dev.optima.console.chart.TimeAxis;
import dev.optima.console.chart.ValueAxis;
import dev.optima.console.i18n.Numbers;
import dev.optima.console.i18n.Words;
import dev.optima.console.insight.InsightsViewModel.Shown;
import dev.optima.protocol.rest.CallAnalytics.QualityDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How good the interviews of each day were.
final class QualityCard implements InsightCard {
  /// From here down an interview is poor.
  private static final double POOR = 3;

  private final CardGround ground;
  private final Words words;
  private final Numbers numbers;
  private final LineChart plot;
  private final ChartCard card;

  QualityCard(CardGround ground) {
    this.ground = ground;
    words = ground.words();
    numbers = words.numbers();
    plot = new LineChart(words);
    plot.mark(POOR, words.get("insights.quality.poor"));
    card = ground.card("quality", "insights.quality.title", "insights.quality.text", plot);
  }

  @Override
  public ChartCard card() {
    return card;
  }

  @Override
  public void show(Shown shown, Leads leads, String period) {
    List<QualityDay> days = shown.figures().quality();
    Map<LocalDate, QualityDay> known =
        days.stream().collect(Collectors.toMap(QualityDay::date, Function.identity()));
    plot.tellMore(at -> told(known.get(day(at, leads))));
    plot.onPick(at -> ground.calls().accept(leads.measured(day(at, leads))));
    plot.figures(table(days));
    plot.show(
        TimeAxis.days(
            shown.period().first(), shown.period().last(), leads.zone(), words.texts().locale()),
        new ValueAxis(Steps.between(1, 5, 1), numbers::decimal),
        List.of(
            new LineChart.Series(
                words.get("insights.quality.score"), points(shown, known, leads))));
    card.period(period);
  }

  private static LocalDate day(Instant at, Leads leads) {
    return at.atZone(leads.zone()).toLocalDate();
  }

  /// Every day of the period: a day on which nothing was measured is a gap.
  private static List<Point> points(Shown shown, Map<LocalDate, QualityDay> known, Leads leads) {
    List<Point> points = new ArrayList<>();
    LocalDate end = shown.period().last();
    for (LocalDate day = shown.period().first(); !day.isAfter(end); day = day.plusDays(1)) {
      QualityDay found = known.get(day);
      points.add(
          new Point(
              day.atStartOfDay(leads.zone()).toInstant(), found == null ? null : found.score()));
    }
    return points;
  }

  private List<String> told(@Nullable QualityDay day) {
    if (day == null) {
      return List.of();
    }
    return List.of(
        words.get("insights.interviews.count", day.interviews()),
        words.get("insights.quality.poorCount", numbers.count(day.poor())));
  }

  private Table table(List<QualityDay> days) {
    return new Table(
        List.of(
            words.get("chart.column.day"),
            words.get("insights.quality.score"),
            words.get("insights.column.interviews"),
            words.get("insights.quality.poor")),
        days.stream()
            .<List<Object>>map(
                day -> List.of(day.date(), day.score(), day.interviews(), day.poor()))
            .toList());
  }
}
