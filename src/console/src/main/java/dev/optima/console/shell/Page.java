package dev.optima.console.shell;

/// The pages of the window.
public enum Page {
  APPLICANTS,
  CALLS,
  SETTINGS,
  /// The live call.
  CALL
}
