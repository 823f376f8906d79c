package dev.optima.console.insight;

import dev.optima.console.call.HistoryFilter;
import dev.optima.console.chart.ChartCard;
import dev.optima.console.chart.ChartExport;
import dev.optima.console.chart.Plot;
import dev.optima.console.i18n.Words;
import java.util.function.Consumer;

/// What the cards of the page stand on.
///
/// @param calls opens the page of calls with these
/// @param meetings shows these meetings
record CardGround(
    Words words,
    ChartExport export,
    Consumer<HistoryFilter> calls,
    Consumer<MeetingsAsked> meetings) {

  ChartCard card(String id, String title, String explanation, Plot plot) {
    return new ChartCard(
        words, export, new ChartCard.About(id, words.get(title), words.get(explanation)), plot);
  }
}
