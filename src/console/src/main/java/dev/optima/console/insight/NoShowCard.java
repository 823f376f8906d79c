package dev.optima.console.insight;

import dev.optima.console.chart.ChartCard;
import dev.optima.console.chart.RowsChart;
import dev.optima.console.chart.Table;
import dev.optima.console.i18n.Numbers;
import dev.optima.console.i18n.Words;
import dev.optima.console.insight.InsightsViewModel.Shown;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.rest.CallAnalytics.NoShows;
import java.util.List;

/// Who did not come to meetings.
final class NoShowCard implements InsightCard {
  private static final List<Absent> WHO = List.of(Absent.APPLICANT, Absent.RECRUITER, Absent.BOTH);

  private final CardGround ground;
  private final Words words;
  private final Numbers numbers;
  private final RowsChart plot = new RowsChart();
  private final ChartCard card;

  NoShowCard(CardGround ground) {
    this.ground = ground;
    words = ground.words();
    numbers = words.numbers();
    card = ground.card("no-shows", "insights.noShows.title", "insights.noShows.text", plot);
  }

  @Override
  public ChartCard card() {
    return card;
  }

  @Override
  public void show(Shown shown, Leads leads, String period) {
    NoShows figures = shown.figures().noShows();
    plot.onPick(row -> ground.meetings().accept(leads.noShows(WHO.get(row))));
    plot.show(WHO.stream().map(who -> row(who, figures)).toList(), table(figures));
    long all = figures.applicant() + figures.recruiter() + figures.both();
    card.period(
        figures.due() == 0
            ? period
            : words.get(
                "insights.joined",
                period,
                words.get(
                    "insights.ofDue",
                    numbers.count(all),
                    numbers.count(figures.due()),
                    share(all, figures.due()))));
  }

  private RowsChart.Row row(Absent who, NoShows figures) {
    long count = count(who, figures);
    String share = share(count, figures.due());
    return new RowsChart.Row(
        name(who),
        count,
        "part-no-show",
        words.get("insights.countAndShare", numbers.count(count), share),
        List.of(
            name(who),
            words.get("insights.ofDue", numbers.count(count), numbers.count(figures.due()), share)),
        count == 0);
  }

  private String share(long count, long due) {
    return numbers.percent(due == 0 ? 0 : (double) count / due);
  }

  private static long count(Absent who, NoShows figures) {
    return switch (who) {
      case APPLICANT -> figures.applicant();
      case RECRUITER -> figures.recruiter();
      case BOTH -> figures.both();
    };
  }

  private String name(Absent who) {
    return words.get(
        switch (who) {
          case APPLICANT -> "insights.absent.applicant";
          case RECRUITER -> "insights.absent.recruiter";
          case BOTH -> "insights.absent.both";
        });
  }

  private Table table(NoShows figures) {
    return new Table(
        List.of(
            words.get("insights.column.due"),
            name(Absent.APPLICANT),
            name(Absent.RECRUITER),
            name(Absent.BOTH)),
        List.of(List.of(figures.due(), figures.applicant(), figures.recruiter(), figures.both())));
  }
}
