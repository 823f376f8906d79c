package dev.optima.console.surface;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.cef.CefApp;
import org.cef.CefApp.CefAppState;

/// Gives Chromium its turns on the AWT thread exactly when it asks for them. JCEF's own pump
/// answers every turn with a timer of 33 ms that throws away shorter ones, which holds pictures to
/// 30 a second and late.
final class MessagePump {
  /// Chromium asks for some turns only by being given one (`cefclient` has the same limit).
  private static final long LONGEST_MILLIS = 33;

  private final AtomicBoolean pending = new AtomicBoolean();
  private final Timer later = new Timer(0, tick -> now());

  MessagePump() {
    later.setRepeats(false);
  }

  /// @param delayMillis until the turn; it takes the place of the one asked for before
  void schedule(long delayMillis) {
    if (delayMillis <= 0) {
      now();
    } else {
      SwingUtilities.invokeLater(
          () -> {
            later.setInitialDelay((int) Math.min(delayMillis, LONGEST_MILLIS));
            later.restart();
          });
    }
  }

  private void now() {
    if (CefApp.getState() != CefAppState.TERMINATED && pending.compareAndSet(false, true)) {
      // Both go through the same queue: whoever asks from the turn on gets another one.
      SwingUtilities.invokeLater(() -> pending.set(false));
      CefApp.getInstance().doMessageLoopWork(0);
    }
  }
}
