package dev.optima.console.notify;

import dev.optima.icons.Panel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/// Whether the tray is light or dark. On macOS it is as the programs are; Windows has a setting of
/// its own for the task bar, since version 1903.
final class TrayPanel {
  private static final String WINDOWS_KEY =
      "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
  private static final Pattern WINDOWS_VALUE =
      Pattern.compile("SystemUsesLightTheme\\s+REG_DWORD\\s+0x([01])\\b");
  private static final long QUICK_SECONDS = 2;

  private final List<String> question;

  private TrayPanel(List<String> question) {
    this.question = question;
  }

  /// @param question a command that tells what Windows' registry says
  static TrayPanel windows(List<String> question) {
    return new TrayPanel(question);
  }

  static TrayPanel windows() {
    return windows(List.of("reg", "query", WINDOWS_KEY, "/v", "SystemUsesLightTheme"));
  }

  static TrayPanel asThePrograms() {
    return new TrayPanel(List.of());
  }

  /// May wait for the system: not for the FX thread.
  ///
  /// @param darkPrograms whether the system asks programs to be dark
  Panel now(boolean darkPrograms) {
    Panel programs = darkPrograms ? Panel.DARK : Panel.LIGHT;
    return question.isEmpty() ? programs : asked().orElse(programs);
  }

  private Optional<Panel> asked() {
    try {
      Process asking =
          new ProcessBuilder(question).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      asking.getOutputStream().close();
      if (!asking.waitFor(QUICK_SECONDS, TimeUnit.SECONDS)) {
        asking.destroy();
        return Optional.empty();
      }
      return read(new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      LoggerFactory.getLogger(TrayPanel.class).info("the registry does not answer", e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<Panel> read(String answer) {
    Matcher value = WINDOWS_VALUE.matcher(answer);
    return value.find()
        ? Optional.of(value.group(1).equals("1") ? Panel.LIGHT : Panel.DARK)
        : Optional.empty();
  }
}
