package dev.optima.console.notify;

import dev.optima.console.fx.Tasks;
import org.jspecify.annotations.Nullable;

/// Tells outside the window how many calls were missed: on the program's place in the task bar and
/// in the tray.
final class MissedCalls {
  private final Tasks tasks;
  private final Notifier notifier;
  private final TaskbarBadge badge = new TaskbarBadge();
  private volatile Notifier.@Nullable Standing standing;
  private boolean dark;

  MissedCalls(Tasks tasks, Notifier notifier) {
    this.tasks = tasks;
    this.notifier = notifier;
  }

  /// On the FX thread, as all but the showing itself.
  void tell(long missed, Runnable opened) {
    change(new Notifier.Standing(missed, dark, opened));
  }

  /// The system became light or dark. Before there is something to tell, nothing is shown.
  void look(boolean darkPrograms) {
    dark = darkPrograms;
    Notifier.Standing now = standing;
    if (now != null) {
      change(new Notifier.Standing(now.missed(), darkPrograms, now.opened()));
    }
  }

  private void change(Notifier.Standing now) {
    standing = now;
    tasks.run(this::show);
  }

  /// One after the other, and each the newest: so the last that is shown is the last that was told.
  private synchronized void show() {
    Notifier.Standing now = standing;
    if (now != null) {
      badge.show(now.missed());
      notifier.stand(now);
    }
  }
}
