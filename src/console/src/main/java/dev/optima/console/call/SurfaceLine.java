package dev.optima.console.call;

import dev.optima.console.surface.CallTarget;
import dev.optima.console.surface.PageCommand;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.console.surface.SurfaceEvent;
import java.util.function.Consumer;

/// The line to a surface that shows a call: what the view model needs of it, and no node.
///
/// @param choice which form it has, and why
/// @param send says something to its page
/// @param part takes its picture away, and it as soon as its page has parted from the room
/// @param close takes it away
public record SurfaceLine(
    SurfaceChoice choice, Consumer<PageCommand> send, Runnable part, Runnable close) {

  /// Opens surfaces.
  @FunctionalInterface
  public interface Opener {
    /// Opens a surface for this call; `events` is called on the FX thread.
    SurfaceLine open(CallTarget target, Consumer<SurfaceEvent> events);
  }
}
