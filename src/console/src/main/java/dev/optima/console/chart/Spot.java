package dev.optima.console.chart;

/// A place in a plot that has values: the pointer and the keyboard go from one to the next.
///
/// @param column from the left
/// @param row within the column
record Spot(int column, int row) {}
