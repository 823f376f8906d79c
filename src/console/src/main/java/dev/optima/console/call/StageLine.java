package dev.optima.console.call;

import dev.optima.console.surface.CallTarget;
import dev.optima.console.surface.PageCommand;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.console.surface.SurfaceEvent;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The line to the one surface that is open: what an older one still says is not heard, and a form
/// that turns out not to work here gives way to the next.
final class StageLine {
  private final SurfaceLine.Opener opener;
  private final Consumer<SurfaceEvent> heard;
  private final ReadOnlyObjectWrapper<@Nullable SurfaceChoice> fallback =
      new ReadOnlyObjectWrapper<>();
  private @Nullable SurfaceLine line;
  private int generation;

  /// @param heard is told what the open surface says
  StageLine(SurfaceLine.Opener opener, Consumer<SurfaceEvent> heard) {
    this.opener = opener;
    this.heard = heard;
  }

  /// Opens a surface. If it turns out not to work here, the next one (another form by then) is
  /// tried once, so that the call opens somewhere.
  void open(CallTarget target) {
    open(target, true);
  }

  private void open(CallTarget target, boolean mayTryAnother) {
    int mine = ++generation;
    SurfaceLine opened =
        opener.open(
            target,
            event -> {
              if (mine != generation) {
                return;
              }
              if (event instanceof SurfaceEvent.Unavailable && mayTryAnother) {
                open(target, false);
              } else {
                heard.accept(event);
              }
            });
    line = opened;
    fallback.set(opened.choice().isFallback() ? opened.choice() : null);
  }

  void close() {
    leave(SurfaceLine::close);
  }

  /// The call is over: the surface goes when its page has parted from the room.
  void part() {
    leave(SurfaceLine::part);
  }

  private void leave(Function<SurfaceLine, Runnable> way) {
    generation++;
    SurfaceLine open = line;
    line = null;
    if (open != null) {
      way.apply(open).run();
    }
    fallback.set(null);
  }

  /// The surface is gone by itself.
  void lost() {
    line = null;
  }

  boolean isOpen() {
    return line != null;
  }

  void say(PageCommand command) {
    if (line != null) {
      line.send().accept(command);
    }
  }

  ReadOnlyObjectProperty<@Nullable SurfaceChoice> fallback() {
    return fallback.getReadOnlyProperty();
  }
}
