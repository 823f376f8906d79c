package dev.optima.console.surface;

import java.util.function.Consumer;

/// Where a call is shown. One surface shows one call: opened once, closed once. Its methods may be
/// called from any thread and return at once; events arrive in order on the executor that
/// [CallSurfaces] was given (the FX thread).
public sealed interface CallSurface extends AutoCloseable permits ChromiumSurface, BrowserSurface {

  /// Opens the call page. What happens from then on is told to `listener`; the last event is
  /// [SurfaceEvent.Closed].
  ///
  /// @throws IllegalStateException if it was opened before
  void open(CallTarget target, Consumer<SurfaceEvent> listener);

  /// Says something to the page. [BrowserSurface] has no way to its page and ignores all but
  /// [PageCommand.HangUp], which closes the window.
  void send(PageCommand command);

  /// Takes the call page away; the page leaves the call. [SurfaceEvent.Closed] follows. Closing
  /// twice is harmless.
  @Override
  void close();
}
