package dev.optima.console.shell;

/// The pages of the window.
public enum Page {
  TODAY,
  CALENDAR,
  APPLICANTS,
  CALLS,
  INSIGHTS,
  SETTINGS,
  /// The live call.
  CALL
}
