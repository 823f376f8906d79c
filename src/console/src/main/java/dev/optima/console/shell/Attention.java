package dev.optima.console.shell;

import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Words;
import dev.optima.console.settings.SettingsStore;
import java.awt.Taskbar;
import javafx.stage.Stage;

/// Draws the recruiter's attention when the window is behind others: by its title, in the task bar,
/// by a sound, and for an answered call by coming to the front.
final class Attention {
  private final Stage stage;
  private final SettingsStore settings;
  private final Tasks tasks;

  Attention(Stage stage, SettingsStore settings, Tasks tasks) {
    this.stage = stage;
    this.settings = settings;
    this.tasks = tasks;
  }

  /// Counts in the title what waits.
  void count(Words words, long waiting) {
    String name = words.get("app.name");
    stage.setTitle(waiting > 0 ? "(" + waiting + ") " + name : name);
  }

  void on(Desk.News news) {
    if (settings.get().sounds()) {
      tasks.run(() -> Sounds.play(news));
    }
    if (stage.isFocused()) {
      return;
    }
    if (news == Desk.News.ANSWERED) {
      stage.setIconified(false);
      stage.toFront();
    }
    tasks.run(Attention::ask);
  }

  /// Lets the task bar's button blink or bounce, where the system can.
  private static void ask() {
    if (!Boolean.getBoolean("java.awt.headless")
        && Taskbar.isTaskbarSupported()
        && Taskbar.getTaskbar().isSupported(Taskbar.Feature.USER_ATTENTION)) {
      Taskbar.getTaskbar().requestUserAttention(true, false);
    }
  }
}
