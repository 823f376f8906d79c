package dev.optima.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where an installed console writes its log. It is set when the training is over, which is to
/// leave nothing in the builder's own folders.
final class InstalledLog {
  private static final String NAME = "logback.xml";

  private final Os os;
  private final Path template;

  InstalledLog(Os os, Path template) {
    this.os = os;
    this.template = template;
  }

  void layOut(Path image) throws IOException {
    String settings = Files.readString(template).replace("@LOG@", place());
    Files.writeString(os.app(image).resolve(NAME), settings);
    new LauncherSettings(os, image).add("-Dlogback.configurationFile=$APPDIR/" + NAME);
  }

  /// As logback reads it: of properties and the environment.
  private String place() {
    return switch (os) {
      case LINUX -> "${user.home}/.local/state/optima/console.log";
      case WINDOWS -> "${LOCALAPPDATA}/Optima/log/console.log";
      case MACOS -> "${user.home}/Library/Logs/Optima/console.log";
    };
  }
}
