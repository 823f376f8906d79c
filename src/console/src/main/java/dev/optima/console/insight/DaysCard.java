package dev.optima.console.insight;

import dev.optima.console.chart.ChartCard;
import dev.optima.console.chart.DayPart;
import dev.optima.console.chart.StackedDays;
import dev.optima.console.insight.InsightsViewModel.Shown;
import java.util.List;

/// Calls, or meetings, of each day by what became of them.
final class DaysCard implements InsightCard {
  private final StackedDays plot;
  private final ChartCard card;
  private final List<DayPart> parts;
  private final boolean meetings;
  private final CardGround ground;

  private DaysCard(CardGround ground, ChartCard card, StackedDays plot, boolean meetings) {
    this.ground = ground;
    this.card = card;
    this.plot = plot;
    this.meetings = meetings;
    parts = meetings ? DayPart.MEETINGS : DayPart.CALLS;
  }

  static DaysCard ofCalls(CardGround ground) {
    StackedDays plot = new StackedDays(ground.words());
    ChartCard card =
        ground.card("calls-a-day", "insights.calls.title", "insights.calls.text", plot);
    return new DaysCard(ground, card, plot, false);
  }

  static DaysCard ofMeetings(CardGround ground) {
    StackedDays plot = new StackedDays(ground.words());
    ChartCard card =
        ground.card("meetings-a-day", "insights.meetings.title", "insights.meetings.text", plot);
    return new DaysCard(ground, card, plot, true);
  }

  @Override
  public ChartCard card() {
    return card;
  }

  @Override
  public void show(Shown shown, Leads leads, String period) {
    plot.onPick(
        meetings
            ? (day, part) -> ground.meetings().accept(leads.meetings(day, part))
            : (day, part) -> ground.calls().accept(leads.day(day, part)));
    plot.show(parts, shown.figures().days());
    card.period(period);
  }
}
