package dev.optima.console.insight;

import dev.optima.console.chart.ChartCard;
import dev.optima.console.chart.RowsChart;
import dev.optima.console.chart.Table;
import dev.optima.console.i18n.Numbers;
import dev.optima.console.i18n.Words;
import dev.optima.console.insight.InsightsViewModel.Shown;
import dev.optima.protocol.rest.CallAnalytics.Load;
import java.util.List;

/// How much each of the team did.
final class LoadCard implements InsightCard {
  private final CardGround ground;
  private final Words words;
  private final Numbers numbers;
  private final RowsChart plot = new RowsChart();
  private final ChartCard card;

  LoadCard(CardGround ground) {
    this.ground = ground;
    words = ground.words();
    numbers = words.numbers();
    card = ground.card("load", "insights.load.title", "insights.load.text", plot);
  }

  @Override
  public ChartCard card() {
    return card;
  }

  @Override
  public void show(Shown shown, Leads leads, String period) {
    List<Load> load = shown.figures().load();
    plot.onPick(
        row -> ground.calls().accept(leads.load(load.get(row).userId(), load.get(row).name())));
    plot.show(load.stream().map(this::row).toList(), table(load));
    card.period(period);
  }

  private RowsChart.Row row(Load load) {
    String interviews = words.get("insights.interviews.count", load.interviews());
    String length = numbers.length(load.seconds());
    String meetings = words.get("insights.meetings.count", load.meetings());
    return new RowsChart.Row(
        load.name(),
        load.interviews(),
        "row-bar",
        words.get("insights.load.row", interviews, length, meetings),
        List.of(load.name(), interviews, length, meetings),
        load.interviews() + load.meetings() == 0);
  }

  private Table table(List<Load> load) {
    return new Table(
        List.of(
            words.get("insights.column.name"),
            words.get("insights.column.interviews"),
            words.get("insights.column.seconds"),
            words.get("insights.column.meetings")),
        load.stream()
            .<List<Object>>map(
                one -> List.of(one.name(), one.interviews(), one.seconds(), one.meetings()))
            .toList());
  }
}
