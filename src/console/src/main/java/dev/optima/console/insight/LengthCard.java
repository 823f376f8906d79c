package dev.optima.console.insight;

import dev.optima.console.chart.BarsChart;
import dev.optima.console.chart.ChartCard;
import dev.optima.console.chart.Table;
import dev.optima.console.i18n.Numbers;
import dev.optima.console.i18n.Words;
import dev.optima.console.insight.InsightsViewModel.Shown;
import dev.optima.protocol.rest.CallAnalytics.LengthBand;
import java.util.List;

/// How long interviews were.
final class LengthCard implements InsightCard {
  private final CardGround ground;
  private final Words words;
  private final Numbers numbers;
  private final BarsChart plot;
  private final ChartCard card;

  LengthCard(CardGround ground) {
    this.ground = ground;
    words = ground.words();
    numbers = words.numbers();
    plot = new BarsChart(words);
    card = ground.card("lengths", "insights.lengths.title", "insights.lengths.text", plot);
  }

  @Override
  public ChartCard card() {
    return card;
  }

  @Override
  public void show(Shown shown, Leads leads, String period) {
    List<LengthBand> bands = shown.figures().lengths();
    plot.onPick(bar -> ground.calls().accept(leads.length(bands.get(bar))));
    plot.show(bands.stream().map(this::bar).toList(), table(bands));
    Long median = shown.figures().now().medianLength();
    card.period(
        median == null ? period : words.get("insights.lengths.of", period, numbers.length(median)));
  }

  private BarsChart.Bar bar(LengthBand band) {
    String name = name(band);
    return new BarsChart.Bar(
        name,
        band.interviews(),
        List.of(
            words.get("insights.minutes", name),
            words.get("insights.interviews.count", band.interviews())));
  }

  private String name(LengthBand band) {
    Integer to = band.toMinutes();
    return to == null
        ? words.get("insights.over", numbers.count(band.fromMinutes()))
        : words.get("chart.range", numbers.count(band.fromMinutes()), numbers.count(to));
  }

  private Table table(List<LengthBand> bands) {
    return new Table(
        List.of(
            words.get("insights.column.fromMinutes"),
            words.get("insights.column.toMinutes"),
            words.get("insights.column.interviews")),
        bands.stream()
            .<List<Object>>map(
                band ->
                    List.of(
                        band.fromMinutes(),
                        band.toMinutes() == null ? "" : band.toMinutes(),
                        band.interviews()))
            .toList());
  }
}
