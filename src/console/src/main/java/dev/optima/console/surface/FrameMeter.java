package dev.optima.console.surface;

import java.util.concurrent.atomic.LongAdder;

/// Counts pictures and what they cost.
final class FrameMeter {
  private final LongAdder painted = new LongAdder();
  private final LongAdder paintNanos = new LongAdder();
  private final LongAdder shown = new LongAdder();
  private final LongAdder showNanos = new LongAdder();

  /// What was counted since the start.
  ///
  /// @param painted pictures of the page by Chromium
  /// @param paintNanos spent on copying them on CEF's thread
  /// @param shown pictures put into the scene
  /// @param showNanos spent on copying them on the FX thread
  record Count(long painted, long paintNanos, long shown, long showNanos) {}

  void painted(boolean popup, long nanos) {
    if (!popup) {
      painted.increment();
      paintNanos.add(nanos);
    }
  }

  void shown(long nanos) {
    shown.increment();
    showNanos.add(nanos);
  }

  Count count() {
    return new Count(painted.sum(), paintNanos.sum(), shown.sum(), showNanos.sum());
  }
}
