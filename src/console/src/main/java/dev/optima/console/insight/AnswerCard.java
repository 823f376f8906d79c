package dev.optima.console.insight;

import dev.optima.console.chart.ChartCard;
import dev.optima.console.chart.HeatMap;
import dev.optima.console.chart.Table;
import dev.optima.console.i18n.Numbers;
import dev.optima.console.i18n.Words;
import dev.optima.console.insight.InsightsViewModel.Shown;
import dev.optima.protocol.rest.CallAnalytics.AnswerHour;
import java.util.List;

/// How often applicants answer, by hour and weekday.
final class AnswerCard implements InsightCard {
  private final CardGround ground;
  private final Words words;
  private final Numbers numbers;
  private final HeatMap plot;
  private final ChartCard card;

  AnswerCard(CardGround ground) {
    this.ground = ground;
    words = ground.words();
    numbers = words.numbers();
    plot = new HeatMap(words);
    card = ground.card("answer-rate", "insights.answers.title", "insights.answers.text", plot);
  }

  @Override
  public ChartCard card() {
    return card;
  }

  @Override
  public void show(Shown shown, Leads leads, String period) {
    List<AnswerHour> answers =
        shown.figures().answers().stream().filter(hour -> hour.rings() > 0).toList();
    plot.onPick((weekday, hour) -> ground.calls().accept(leads.rings(weekday, hour)));
    plot.show(answers.stream().map(this::cell).toList(), table(answers));
    card.period(period);
  }

  private HeatMap.Cell cell(AnswerHour hour) {
    double share = (double) hour.answered() / hour.rings();
    return new HeatMap.Cell(
        hour.weekday(),
        hour.hour(),
        share,
        List.of(
            words.get(
                "insights.answered",
                numbers.count(hour.answered()),
                numbers.count(hour.rings()),
                numbers.percent(share))));
  }

  private Table table(List<AnswerHour> answers) {
    return new Table(
        List.of(
            words.get("insights.column.weekday"),
            words.get("insights.column.hour"),
            words.get("insights.column.rings"),
            words.get("insights.column.answered")),
        answers.stream()
            .<List<Object>>map(
                hour -> List.of(hour.weekday(), hour.hour(), hour.rings(), hour.answered()))
            .toList());
  }
}
