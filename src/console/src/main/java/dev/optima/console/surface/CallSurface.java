package dev.optima.console.surface;

import java.time.Duration;
import java.util.function.Consumer;

/// Where a call is shown. One surface shows one call: opened once, closed once. Its methods may be
/// called from any thread and return at once; events arrive in order on the executor that
/// [CallSurfaces] was given (the FX thread).
public sealed interface CallSurface extends AutoCloseable permits ChromiumSurface, BrowserSurface {

  /// How long a page takes at most to part from a provider's room, and to tell what it still has
  /// to.
  Duration PARTING = Duration.ofSeconds(2);

  /// Opens the call page. What happens from then on is told to `listener`; the last event is
  /// [SurfaceEvent.Closed].
  ///
  /// @throws IllegalStateException if it was opened before
  void open(CallTarget target, Consumer<SurfaceEvent> listener);

  /// Says something to the page. [BrowserSurface] has no way to its page and ignores all but
  /// [PageCommand.HangUp], which closes the window.
  void send(PageCommand command);

  /// The call is over: takes the picture away at once, and the page after it had the time to part
  /// from a provider's room (`jitsi-parting.js`), in which it would be seen for a minute otherwise.
  /// [SurfaceEvent.Closed] follows then.
  void part();

  /// Takes the call page away; the page leaves the call. [SurfaceEvent.Closed] follows. Closing
  /// twice is harmless.
  @Override
  void close();
}
