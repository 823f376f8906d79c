package dev.optima.console.notify;

import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.Image;
import java.awt.SystemTray;
import java.awt.Toolkit;
import java.awt.TrayIcon;
import java.net.URL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The notifications of Windows and macOS, which AWT shows by an icon in the tray. They have no
/// keys: a new note is a new note.
final class TrayNotifier implements Notifier {
  private static final Logger LOG = LoggerFactory.getLogger(TrayNotifier.class);

  private @Nullable TrayIcon icon;
  private volatile Runnable opened = () -> {};

  @Override
  public boolean show(Note note, Runnable action) {
    if (java.awt.GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
      return false;
    }
    opened = action;
    EventQueue.invokeLater(() -> display(note));
    return true;
  }

  private void display(Note note) {
    TrayIcon shown = icon();
    if (shown != null) {
      shown.displayMessage(
          note.title(),
          note.body(),
          note.urgent() ? TrayIcon.MessageType.WARNING : TrayIcon.MessageType.INFO);
    }
  }

  private @Nullable TrayIcon icon() {
    URL picture = TrayNotifier.class.getResource("/dev/optima/console/look/optima.png");
    if (icon == null && picture != null) {
      Image image = Toolkit.getDefaultToolkit().getImage(picture);
      TrayIcon made = new TrayIcon(image, "Optima");
      made.setImageAutoSize(true);
      made.addActionListener(_ -> opened.run());
      try {
        SystemTray.getSystemTray().add(made);
        icon = made;
      } catch (AWTException e) {
        LOG.info("no tray here", e);
      }
    }
    return icon;
  }

  @Override
  public void close() {
    EventQueue.invokeLater(
        () -> {
          if (icon != null) {
            SystemTray.getSystemTray().remove(icon);
            icon = null;
          }
        });
  }
}
