package dev.optima.console.notify;

import dev.optima.console.settings.AlertKind;

/// What makes a tone audible.
@FunctionalInterface
public interface Tones {
  /// Plays the tone of a kind. Waits while it plays: not for the FX thread.
  ///
  /// @param volume 1 to 100
  void play(AlertKind kind, int volume);
}
