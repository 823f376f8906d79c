package dev.optima.console;

import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import javax.swing.JDialog;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Says why a start comes to nothing, before there is a window: to whoever started it by hand in
/// the terminal, to everybody else in a small one of Java's own. It goes by itself, so that no
/// program that started this one waits for ever.
final class StartNotice {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private StartNotice() {}

  /// Waits until it is read.
  ///
  /// @param language that was asked for; null for that of the system
  /// @param detail for the log and the terminal, in English
  static void say(Message what, @Nullable Language language, String detail) {
    LoggerFactory.getLogger(StartNotice.class).error("{}", detail);
    if (isByHand() || GraphicsEnvironment.isHeadless()) {
      return;
    }
    Language spoken =
        language == null ? Language.of(Locale.getDefault().toLanguageTag()) : language;
    Words words = Words.of(spoken, ZoneId.systemDefault());
    try {
      SwingUtilities.invokeAndWait(() -> show(words.get("app.name"), words.get(what)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ReflectiveOperationException | HeadlessException | LinkageError e) {
      LoggerFactory.getLogger(StartNotice.class).debug("no window can be shown here", e);
    }
  }

  private static boolean isByHand() {
    return System.console() != null && System.console().isTerminal();
  }

  private static void show(String title, String text) {
    String wrapped = "<html><body style='width: 320px'>" + text + "</body></html>";
    JDialog dialog =
        new JOptionPane(wrapped, JOptionPane.WARNING_MESSAGE).createDialog(null, title);
    dialog.setAlwaysOnTop(true);
    Timer end = new Timer((int) LONGEST.toMillis(), _ -> dialog.dispose());
    end.setRepeats(false);
    end.start();
    dialog.setVisible(true);
    end.stop();
    dialog.dispose();
  }
}
