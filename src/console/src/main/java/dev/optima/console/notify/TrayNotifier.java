package dev.optima.console.notify;

import dev.optima.icons.Panel;
import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The notifications of Windows and macOS, which AWT shows by an icon in the tray; the icon tells
/// how many calls were missed. Notes have no keys there: a new note is a new note.
final class TrayNotifier implements Notifier {
  private static final Logger LOG = LoggerFactory.getLogger(TrayNotifier.class);

  private final TrayPanel tray;
  private final boolean macos;
  private @Nullable TrayIcon icon;
  private @Nullable TrayPicture picture;
  private boolean closed;
  private volatile Runnable opened = () -> {};
  private volatile Standing standing = new Standing(0, false, () -> {});

  TrayNotifier(TrayPanel tray, boolean macos) {
    this.tray = tray;
    this.macos = macos;
  }

  @Override
  public boolean show(Note note, Runnable action) {
    if (isMissing()) {
      return false;
    }
    opened = action;
    draw();
    EventQueue.invokeLater(() -> display(note));
    return true;
  }

  @Override
  public void stand(Standing now) {
    standing = now;
    if (!isMissing()) {
      opened = now.opened();
      draw();
    }
  }

  private static boolean isMissing() {
    return java.awt.GraphicsEnvironment.isHeadless() || !SystemTray.isSupported();
  }

  private void draw() {
    Standing now = standing;
    Panel panel = tray.now(now.dark());
    EventQueue.invokeLater(() -> put(new TrayPicture(panel, now.missed())));
  }

  private void put(TrayPicture wanted) {
    TrayIcon shown = icon;
    if (closed) {
      return;
    }
    if (shown == null) {
      add(wanted);
    } else if (!wanted.equals(picture)) {
      picture = wanted;
      shown.setImage(wanted.image(macos));
    }
  }

  private void add(TrayPicture wanted) {
    TrayIcon made = new TrayIcon(wanted.image(macos), "Optima");
    made.setImageAutoSize(true);
    made.addActionListener(_ -> opened.run());
    try {
      SystemTray.getSystemTray().add(made);
      icon = made;
      picture = wanted;
    } catch (AWTException e) {
      LOG.info("no tray here", e);
    }
  }

  private void display(Note note) {
    if (icon != null) {
      icon.displayMessage(
          note.title(),
          note.body(),
          note.urgent() ? TrayIcon.MessageType.WARNING : TrayIcon.MessageType.INFO);
    }
  }

  @Override
  public void close() {
    EventQueue.invokeLater(
        () -> {
          closed = true;
          if (icon != null) {
            SystemTray.getSystemTray().remove(icon);
            icon = null;
          }
        });
  }
}
