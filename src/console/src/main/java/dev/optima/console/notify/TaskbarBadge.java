package dev.optima.console.notify;

import java.awt.Taskbar;
import java.awt.Taskbar.Feature;

/// The number that some systems set on the program's place in the task bar or dock. AWT is not
/// asked before there is something to show: it takes its time to start.
final class TaskbarBadge {
  private boolean shown;

  /// Shows a number, or takes it away. Not for the FX thread.
  void show(long missed) {
    if ((!shown && missed == 0) || Boolean.getBoolean("java.awt.headless")) {
      return;
    }
    shown = missed > 0;
    if (Taskbar.isTaskbarSupported()
        && Taskbar.getTaskbar().isSupported(Feature.ICON_BADGE_NUMBER)) {
      Taskbar.getTaskbar().setIconBadge(missed == 0 ? null : Long.toString(missed));
    }
  }
}
