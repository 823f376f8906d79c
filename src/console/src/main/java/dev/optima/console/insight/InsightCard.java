package dev.optima.console.insight;

import dev.optima.console.chart.ChartCard;
import dev.optima.console.insight.InsightsViewModel.Shown;

/// One chart of the page.
interface InsightCard {
  ChartCard card();

  /// Draws other figures.
  ///
  /// @param period which they are of, in words
  void show(Shown shown, Leads leads, String period);
}
