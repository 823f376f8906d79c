package dev.optima.console.surface;

import dev.optima.console.surface.InstalledBrowser.Os;
import dev.optima.console.surface.SurfaceChoice.Form;
import dev.optima.console.surface.SurfaceChoice.Reason;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Decides at the start which surface works here: cheap questions only, the engine itself is not
/// started.
final class SurfaceProbe {
  private final SurfaceSetting setting;
  private final Os os;
  private final Map<String, String> environment;
  private final boolean headless;
  private final BooleanSupplier engineAvailable;
  private final InstalledBrowser browser;

  /// @param headless whether this JVM was told to do without AWT, on whose thread Chromium runs
  /// @param engineAvailable whether Chromium's engine exists for this system, unpacked or to be had
  SurfaceProbe(
      SurfaceSetting setting,
      Os os,
      Map<String, String> environment,
      boolean headless,
      BooleanSupplier engineAvailable,
      InstalledBrowser browser) {
    this.setting = setting;
    this.os = os;
    this.environment = environment;
    this.headless = headless;
    this.engineAvailable = engineAvailable;
    this.browser = browser;
  }

  /// This system as it is.
  static SurfaceProbe ofThisSystem(SurfaceConfig config) {
    Os os = Os.current();
    return new SurfaceProbe(
        config.setting(),
        os,
        System.getenv(),
        Boolean.getBoolean("java.awt.headless"),
        ChromiumEngine::isAvailable,
        InstalledBrowser.find(
            os, System.getenv(), Path.of("/"), ChromiumSwitches.forBrowser(config.arguments())));
  }

  InstalledBrowser browser() {
    return browser;
  }

  /// The choice by what can be known before anything was started.
  SurfaceChoice choose() {
    if (setting == SurfaceSetting.BROWSER) {
      return fallback(Reason.CHOSEN);
    }
    return obstacle()
        .map(this::fallback)
        .orElseGet(() -> new SurfaceChoice(Form.CHROMIUM, Reason.WORKS));
  }

  /// The choice once Chromium was seen to fail. The setting `chromium` is a wish, not an order: a
  /// call must open.
  SurfaceChoice afterFailure() {
    return fallback(Reason.ENGINE_FAILED);
  }

  private Optional<Reason> obstacle() {
    // Chromium's off-screen form on Linux speaks X11, also where the desktop is Wayland (XWayland).
    boolean noX = os == Os.LINUX && environment.getOrDefault("DISPLAY", "").isBlank();
    if (noX || headless) {
      return Optional.of(Reason.NO_DISPLAY);
    }
    return engineAvailable.getAsBoolean() ? Optional.empty() : Optional.of(Reason.NO_ENGINE);
  }

  private SurfaceChoice fallback(Reason reason) {
    Form form =
        switch (browser) {
          case InstalledBrowser.AppMode app -> Form.BROWSER_WINDOW;
          case InstalledBrowser.Tab tab -> Form.BROWSER_TAB;
        };
    return new SurfaceChoice(form, reason);
  }
}
