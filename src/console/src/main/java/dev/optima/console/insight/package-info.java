/// Insights: what became of the team's calls and meetings, in figures and charts.
@NullMarked
package dev.optima.console.insight;

import org.jspecify.annotations.NullMarked;
