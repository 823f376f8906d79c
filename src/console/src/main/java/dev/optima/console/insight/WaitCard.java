package dev.optima.console.insight;

import dev.optima.console.chart.BarsChart;
import dev.optima.console.chart.ChartCard;
import dev.optima.console.chart.Table;
import dev.optima.console.i18n.Numbers;
import dev.optima.console.i18n.Words;
import dev.optima.console.insight.InsightsViewModel.Shown;
import dev.optima.protocol.rest.CallAnalytics.FirstInterviews;
import dev.optima.protocol.rest.CallAnalytics.WaitBand;
import java.util.List;

/// How long applicants waited for their first interview. No list has just those interviews that
/// were the first, so that it leads nowhere.
final class WaitCard implements InsightCard {
  private final Words words;
  private final Numbers numbers;
  private final BarsChart plot;
  private final ChartCard card;

  WaitCard(CardGround ground) {
    words = ground.words();
    numbers = words.numbers();
    plot = new BarsChart(words);
    card = ground.card("first-interview", "insights.first.title", "insights.first.text", plot);
  }

  @Override
  public ChartCard card() {
    return card;
  }

  @Override
  public void show(Shown shown, Leads leads, String period) {
    FirstInterviews figures = shown.figures().firstInterviews();
    plot.show(figures.bands().stream().map(this::bar).toList(), table(figures));
    Long median = figures.median();
    Long slowest = figures.slowest();
    card.period(
        median == null || slowest == null
            ? period
            : words.get(
                "insights.joined",
                period,
                words.get(
                    "insights.first.of",
                    numbers.waiting(median),
                    numbers.waiting(slowest),
                    words.get("insights.applicants", figures.applicants()))));
  }

  private BarsChart.Bar bar(WaitBand band) {
    String name = name(band);
    return new BarsChart.Bar(
        name,
        band.applicants(),
        List.of(
            words.get("insights.days", name), words.get("insights.applicants", band.applicants())));
  }

  /// `0 – 1`, `30+`: whole days, the last not included.
  private String name(WaitBand band) {
    Integer to = band.toDays();
    return to == null
        ? words.get("insights.over", numbers.count(band.fromDays()))
        : words.get("chart.range", numbers.count(band.fromDays()), numbers.count(to));
  }

  private Table table(FirstInterviews figures) {
    return new Table(
        List.of(
            words.get("insights.column.fromDays"),
            words.get("insights.column.toDays"),
            words.get("insights.column.applicants")),
        figures.bands().stream()
            .<List<Object>>map(
                band ->
                    List.of(
                        band.fromDays(),
                        band.toDays() == null ? "" : band.toDays(),
                        band.applicants()))
            .toList());
  }
}
