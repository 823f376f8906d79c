package dev.optima.console.surface;

/// What the user chose in the settings.
public enum SurfaceSetting {
  /// Chromium in the window where that works, else the system's browser.
  AUTO,
  CHROMIUM,
  BROWSER
}
