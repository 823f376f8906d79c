package dev.optima.console.link;

import java.awt.Desktop;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/// On macOS a link comes as an event of the system, to the program that runs or is started for it,
/// and not as a word of the command line.
public final class MacLinks {
  private MacLinks() {}

  /// Hears of links from now on, where it is so. To be called when JavaFX has started, and before
  /// its window comes: if AWT starts first, JavaFX runs inside of it, which loses menus and windows
  /// (JDK-8198549). The link that a program was started for is not heard so; those to a running one
  /// are.
  public static void listen(Consumer<String> opened) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (!system.startsWith("mac")) {
      return;
    }
    try {
      if (Desktop.isDesktopSupported()
          && Desktop.getDesktop().isSupported(Desktop.Action.APP_OPEN_URI)) {
        Desktop.getDesktop().setOpenURIHandler(event -> opened.accept(event.getURI().toString()));
      }
    } catch (RuntimeException | LinkageError e) {
      LoggerFactory.getLogger(MacLinks.class).warn("links cannot be heard here", e);
    }
  }
}
