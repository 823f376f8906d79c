package dev.optima.console.surface;

import dev.optima.console.surface.SurfaceChoice.Form;
import java.util.concurrent.Executor;

/// Makes the surfaces of this run of the console, and owns the one engine behind them.
public final class CallSurfaces implements AutoCloseable {
  private final SurfaceConfig config;
  private final SurfaceProbe probe;
  private final Executor fx;
  private final ChromiumEngine engine;

  /// @param fx the FX thread: nodes are touched and events are told there
  public CallSurfaces(SurfaceConfig config, Executor fx) {
    this.config = config;
    this.probe = SurfaceProbe.ofThisSystem(config);
    this.fx = fx;
    this.engine = new ChromiumEngine(config);
  }

  /// Which surface a call gets now. It turns to the browser once Chromium was seen to fail.
  public SurfaceChoice choice() {
    return engine.hasFailed() ? probe.afterFailure() : probe.choose();
  }

  /// Starts the engine in the background, so that the first call opens fast: to be called after
  /// login. Returns at once and does nothing where Chromium is not used.
  public void warm() {
    if (choice().form() == Form.CHROMIUM) {
      var _ = engine.start();
    }
  }

  /// A surface for one call.
  public CallSurface create() {
    if (choice().form() == Form.CHROMIUM) {
      return new ChromiumSurface(engine, fx);
    }
    return new BrowserSurface(probe.browser(), config.home(), fx);
  }

  /// Ends the engine and its processes. Waits for them, some seconds at most: not for the FX
  /// thread.
  @Override
  public void close() {
    engine.close();
  }
}
