package dev.optima.console.call;

import dev.optima.console.surface.BrowserSurface;
import dev.optima.console.surface.CallSurface;
import dev.optima.console.surface.CallTarget;
import dev.optima.console.surface.ChromiumSurface;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.console.surface.SurfaceEvent;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// One place in a window for one surface at a time: it holds the node of the one that is open, so
/// that the view model needs to know of no node.
public final class SurfaceFrame implements SurfaceLine.Opener {
  private final Supplier<SurfaceChoice> choice;
  private final Supplier<CallSurface> make;
  private final ReadOnlyObjectWrapper<@Nullable Node> node = new ReadOnlyObjectWrapper<>();

  /// @param choice which form the next surface has, and why
  /// @param make makes it
  SurfaceFrame(Supplier<SurfaceChoice> choice, Supplier<CallSurface> make) {
    this.choice = choice;
    this.make = make;
  }

  @Override
  public SurfaceLine open(CallTarget target, Consumer<SurfaceEvent> events) {
    SurfaceChoice chosen = choice.get();
    CallSurface surface = make.get();
    node.set(
        switch (surface) {
          case ChromiumSurface chromium -> chromium.node();
          case BrowserSurface _ -> null;
        });
    surface.open(target, events);
    return new SurfaceLine(
        chosen,
        surface::send,
        () -> {
          node.set(null);
          surface.part();
        },
        () -> {
          node.set(null);
          surface.close();
        });
  }

  /// The picture of the open surface; null if there is none in this window.
  public ReadOnlyObjectProperty<@Nullable Node> node() {
    return node.getReadOnlyProperty();
  }
}
