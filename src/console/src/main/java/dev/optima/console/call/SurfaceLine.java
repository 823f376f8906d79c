package dev.optima.console.call;

import dev.optima.console.surface.CallTarget;
import dev.optima.console.surface.PageCommand;
import dev.optima.console.surface.SurfaceEvent;
import java.util.function.Consumer;

/// The line to a surface that shows a call: what the view model needs of it, and no node.
///
/// @param kind which form it has
/// @param send says something to its page
/// @param showAgain brings the browser's window to the front
/// @param close takes it away
public record SurfaceLine(
    Kind kind, Consumer<PageCommand> send, Runnable showAgain, Runnable close) {

  /// The forms of a surface.
  public enum Kind {
    /// In the window.
    INSIDE,
    /// In a browser's window of its own.
    BROWSER
  }

  /// Opens surfaces.
  @FunctionalInterface
  public interface Opener {
    /// Opens a surface for this call; `events` is called on the FX thread.
    SurfaceLine open(CallTarget target, Consumer<SurfaceEvent> events);
  }
}
