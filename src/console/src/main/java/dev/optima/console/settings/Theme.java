package dev.optima.console.settings;

/// Light or dark.
public enum Theme {
  LIGHT,
  DARK
}
