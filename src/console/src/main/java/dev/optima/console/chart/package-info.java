/// Charts: drawn by the console itself from regions and shapes, so that both looks, fine screens,
/// the keyboard and screen readers get what they need.
@NullMarked
package dev.optima.console.chart;

import org.jspecify.annotations.NullMarked;
