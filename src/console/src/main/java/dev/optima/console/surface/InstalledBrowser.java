package dev.optima.console.surface;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A browser of this system that can show a call.
sealed interface InstalledBrowser {

  /// One of Chromium's family: it opens a window without tabs, as a process that lasts as long as
  /// the window.
  record AppMode(Path program, List<String> more) implements InstalledBrowser {
    public AppMode {
      more = List.copyOf(more);
    }

    List<String> command(URI page, Path profile) {
      List<String> command = new ArrayList<>();
      command.add(program.toString());
      command.add("--app=" + page);
      command.add("--user-data-dir=" + profile);
      command.add("--no-first-run");
      command.add("--no-default-browser-check");
      command.add("--autoplay-policy=no-user-gesture-required");
      command.addAll(more);
      return command;
    }
  }

  /// Any other: the system opens the address in a tab.
  record Tab(Os os) implements InstalledBrowser {
    void open(URI page) throws IOException {
      new ProcessBuilder(os.opener(page))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    }
  }

  /// The systems that have browsers in different places.
  enum Os {
    LINUX,
    WINDOWS,
    MAC;

    static Os of(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      return lower.contains("win") ? WINDOWS : lower.contains("mac") ? MAC : LINUX;
    }

    static Os current() {
      return of(System.getProperty("os.name"));
    }

    private List<String> opener(URI page) {
      return switch (this) {
        case LINUX -> List.of("xdg-open", page.toString());
        case WINDOWS -> List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
        case MAC -> List.of("open", page.toString());
      };
    }
  }

  /// Finds Chrome, Chromium, Edge or Brave where they are usually installed.
  ///
  /// @param root of the file system, so that a test can have one of its own
  /// @param more switches that each of them gets
  static InstalledBrowser find(
      Os os, Map<String, String> environment, Path root, List<String> more) {
    return candidates(os, environment, root)
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst()
        .<InstalledBrowser>map(program -> new AppMode(program, more))
        .orElseGet(() -> new Tab(os));
  }

  private static Stream<Path> candidates(Os os, Map<String, String> environment, Path root) {
    return switch (os) {
      case LINUX -> linux(environment, root);
      case WINDOWS -> windows(environment);
      case MAC -> mac(environment, root);
    };
  }

  private static Stream<Path> linux(Map<String, String> environment, Path root) {
    String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin:/snap/bin");
    return Stream.of(
            "google-chrome-stable",
            "google-chrome",
            "chromium",
            "chromium-browser",
            "microsoft-edge-stable",
            "microsoft-edge",
            "brave-browser",
            "brave")
        .flatMap(
            name ->
                Stream.of(path.split(":"))
                    .filter(directory -> directory.startsWith("/"))
                    .map(directory -> root.resolve(directory.substring(1)).resolve(name)));
  }

  private static Stream<Path> windows(Map<String, String> environment) {
    List<Path> roots =
        Stream.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
            .map(variable -> Optional.ofNullable(environment.get(variable)))
            .flatMap(Optional::stream)
            .map(Path::of)
            .toList();
    return Stream.of(
            "Google/Chrome/Application/chrome.exe",
            "Chromium/Application/chrome.exe",
            "Microsoft/Edge/Application/msedge.exe",
            "BraveSoftware/Brave-Browser/Application/brave.exe")
        .flatMap(program -> roots.stream().map(base -> base.resolve(program)));
  }

  private static Stream<Path> mac(Map<String, String> environment, Path root) {
    List<Path> roots = new ArrayList<>();
    roots.add(root.resolve("Applications"));
    String home = environment.get("HOME");
    if (home != null && home.startsWith("/")) {
      roots.add(root.resolve(home.substring(1)).resolve("Applications"));
    }
    return Stream.of(
            "Google Chrome.app/Contents/MacOS/Google Chrome",
            "Chromium.app/Contents/MacOS/Chromium",
            "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "Brave Browser.app/Contents/MacOS/Brave Browser")
        .flatMap(program -> roots.stream().map(base -> base.resolve(program)));
  }
}
