package dev.optima.console.shell;

import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.WindowPictures;
import dev.optima.console.settings.AlertKind;
import java.awt.Taskbar;
import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/// Draws the recruiter's attention when the window is behind others: by its title and picture, in
/// the task bar, and for an answered call by coming to the front.
final class Attention {
  private final Stage stage;
  private final Tasks tasks;

  /// The window has its pictures, without a badge, before anybody signs in.
  private long pictured;

  Attention(Stage stage, Tasks tasks) {
    this.stage = stage;
    this.tasks = tasks;
  }

  /// Counts in the title what waits.
  void count(Words words, long waiting) {
    String name = words.get("app.name");
    stage.setTitle(waiting > 0 ? "(" + waiting + ") " + name : name);
  }

  /// Shows on the window's picture how many calls were missed.
  void missed(long calls) {
    if (calls != pictured) {
      pictured = calls;
      tasks.run(() -> WindowPictures.load(calls), pictures -> picture(calls, pictures), _ -> {});
    }
  }

  /// Unless there are more or fewer again.
  private void picture(long calls, List<Image> pictures) {
    if (calls == pictured) {
      stage.getIcons().setAll(pictures);
    }
  }

  /// Brings the window before the recruiter's eyes.
  void bringUp() {
    bringUp(stage);
  }

  /// Brings a window before the user's eyes. Where the system lets nobody push forward (some X11
  /// window managers, Windows), its button asks for a look instead.
  static void bringUp(Stage stage) {
    stage.setIconified(false);
    stage.show();
    stage.toFront();
    stage.requestFocus();
  }

  /// Asks for a look, since something came; an answered call does not wait for one.
  void ask(AlertKind kind) {
    if (kind == AlertKind.ANSWERED) {
      stage.setIconified(false);
      stage.toFront();
    }
    tasks.run(Attention::blink);
  }

  /// Lets the task bar's button blink or bounce, where the system can.
  private static void blink() {
    if (!Boolean.getBoolean("java.awt.headless")
        && Taskbar.isTaskbarSupported()
        && Taskbar.getTaskbar().isSupported(Taskbar.Feature.USER_ATTENTION)) {
      Taskbar.getTaskbar().requestUserAttention(true, false);
    }
  }
}
