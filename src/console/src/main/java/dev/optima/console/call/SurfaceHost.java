package dev.optima.console.call;

import dev.optima.console.settings.SettingsStore;
import dev.optima.console.surface.BrowserSurface;
import dev.optima.console.surface.CallSurface;
import dev.optima.console.surface.CallSurfaces;
import dev.optima.console.surface.CallTarget;
import dev.optima.console.surface.ChromiumSurface;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.console.surface.SurfaceConfig;
import dev.optima.console.surface.SurfaceEvent;
import dev.optima.console.surface.SurfaceSetting;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Makes the surface of a call as the settings say, and holds the node of the one that is open, so
/// that the view model needs to know of no node.
public final class SurfaceHost implements SurfaceLine.Opener, AutoCloseable {
  private final SettingsStore settings;
  private final Path home;
  private final Path cache;
  private final Executor fx;
  private @Nullable CallSurfaces inside;
  private @Nullable CallSurfaces outside;
  private final ReadOnlyObjectWrapper<@Nullable Node> node = new ReadOnlyObjectWrapper<>();

  /// @param home where what is kept lives
  /// @param cache where Chromium's engine lives
  public SurfaceHost(SettingsStore settings, Path home, Path cache, Executor fx) {
    this.settings = settings;
    this.home = home;
    this.cache = cache;
    this.fx = fx;
  }

  /// Made when first asked for: nothing of it is needed for the first frame.
  private synchronized CallSurfaces chosen() {
    if (settings.get().surface() == SurfaceSetting.BROWSER) {
      if (outside == null) {
        outside = new CallSurfaces(SurfaceConfig.of(SurfaceSetting.BROWSER, home, cache), fx);
      }
      return outside;
    }
    if (inside == null) {
      inside = new CallSurfaces(SurfaceConfig.of(SurfaceSetting.AUTO, home, cache), fx);
    }
    return inside;
  }

  /// Starts the engine in the background, so that the first call opens fast.
  public void warm() {
    chosen().warm();
  }

  /// Which form a call would get now, and why.
  public SurfaceChoice choice() {
    return chosen().choice();
  }

  @Override
  public SurfaceLine open(CallTarget target, Consumer<SurfaceEvent> events) {
    SurfaceChoice choice = choice();
    CallSurface surface = chosen().create();
    node.set(
        switch (surface) {
          case ChromiumSurface chromium -> chromium.node();
          case BrowserSurface browser -> null;
        });
    surface.open(target, events);
    return new SurfaceLine(
        choice,
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

  /// The picture of the open call; null if there is none in this window.
  public ReadOnlyObjectProperty<@Nullable Node> node() {
    return node.getReadOnlyProperty();
  }

  /// Ends the engine. Waits for its processes: not for the FX thread.
  @Override
  public synchronized void close() {
    if (inside != null) {
      inside.close();
    }
    if (outside != null) {
      outside.close();
    }
  }
}
