package dev.optima.console.chart;

import java.util.function.DoubleFunction;

/// The values of a chart.
///
/// @param format a value with its unit
public record ValueAxis(Steps steps, DoubleFunction<String> format) {}
