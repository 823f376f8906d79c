package dev.optima.console.surface;

/// Which surface is used, and why: the user is told in one line if it is not Chromium in the
/// window.
public record SurfaceChoice(Form form, Reason reason) {

  /// Where the call is shown.
  public enum Form {
    /// In the console's own window.
    CHROMIUM,
    /// In a window of the system's browser, without tabs and address bar; the console sees when it
    /// is closed.
    BROWSER_WINDOW,
    /// In a tab of the default browser; the console does not see when it is closed.
    BROWSER_TAB
  }

  /// Why.
  public enum Reason {
    WORKS("surface.reason.works"),
    CHOSEN("surface.reason.chosen"),
    NO_ENGINE("surface.reason.no_engine"),
    NO_DISPLAY("surface.reason.no_display"),
    ENGINE_FAILED("surface.reason.engine_failed");

    private final String key;

    Reason(String key) {
      this.key = key;
    }

    /// The bundle key of the line that the user sees.
    public String key() {
      return key;
    }
  }

  /// Whether the user is to be told that the call is not in this window.
  public boolean isFallback() {
    return form != Form.CHROMIUM;
  }
}
