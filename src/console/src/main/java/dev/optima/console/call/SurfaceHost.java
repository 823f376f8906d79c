package dev.optima.console.call;

import dev.optima.console.settings.SettingsStore;
import dev.optima.console.surface.CallSurfaces;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.console.surface.SurfaceConfig;
import dev.optima.console.surface.SurfaceSetting;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Makes the surfaces of this run as the settings say: those of calls, and beside them those of the
/// check of camera and microphone.
public final class SurfaceHost implements AutoCloseable {
  private final SettingsStore settings;
  private final Path home;
  private final Path cache;
  private final Executor fx;
  private final SurfaceFrame calls = frame();
  private final SurfaceFrame checks = frame();
  private @Nullable CallSurfaces inside;
  private @Nullable CallSurfaces outside;

  /// @param home where what is kept lives
  /// @param cache where Chromium's engine lives
  public SurfaceHost(SettingsStore settings, Path home, Path cache, Executor fx) {
    this.settings = settings;
    this.home = home;
    this.cache = cache;
    this.fx = fx;
  }

  private SurfaceFrame frame() {
    return new SurfaceFrame(this::choice, () -> chosen().create());
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

  /// Where calls are shown.
  public SurfaceFrame calls() {
    return calls;
  }

  /// Where camera and microphone are checked.
  public SurfaceFrame checks() {
    return checks;
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
