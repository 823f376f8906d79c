package dev.optima.console.shell;

import dev.optima.console.fx.Tasks;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Hands an address or a file to whatever program of the system is for it. Nothing is passed
/// through a shell, and no scheme but those of links and files goes out.
final class SystemOpener {
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "file");

  private final Tasks tasks;
  private final Runnable onFailure;

  /// @param onFailure no program took it
  SystemOpener(Tasks tasks, Runnable onFailure) {
    this.tasks = tasks;
    this.onFailure = onFailure;
  }

  void open(URI target) {
    String scheme = target.getScheme() == null ? "" : target.getScheme();
    if (SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
      tasks.run(
          () -> start(target),
          taken -> {
            if (!taken) {
              onFailure.run();
            }
          },
          _ -> onFailure.run());
    }
  }

  private static boolean start(URI target) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(System.getProperty("os.name", ""), target))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() == 0;
  }

  /// How a system is asked to open something.
  static List<String> command(String system, URI target) {
    boolean file = target.getScheme().equalsIgnoreCase("file");
    String what = file ? Path.of(target).toString() : target.toString();
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", what);
    }
    return List.of(name.startsWith("mac") ? "open" : "xdg-open", what);
  }
}
