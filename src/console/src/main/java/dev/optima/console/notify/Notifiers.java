package dev.optima.console.notify;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Chooses the notifications of this system.
public final class Notifiers {
  private Notifiers() {}

  /// On Linux the notification service, by one of its command-line tools; elsewhere the tray.
  ///
  /// @param icon the name of the product's icon, or a picture file
  public static Notifier ofThisSystem(String icon) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return new TrayNotifier(TrayPanel.asThePrograms(), true);
    }
    if (system.contains("win")) {
      return new TrayNotifier(TrayPanel.windows(), false);
    }
    String path = System.getenv().getOrDefault("PATH", "");
    return onPath("notify-send", path)
        .<Notifier>map(tool -> new NotifySendNotifier(tool, icon))
        .or(() -> onPath("gdbus", path).map(tool -> new GdbusNotifier(tool, icon)))
        .orElseGet(SilentNotifier::new);
  }

  static Optional<Path> onPath(String tool, String path) {
    for (String directory : path.split(File.pathSeparator)) {
      Path file = Path.of(directory.isEmpty() ? "." : directory, tool);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
