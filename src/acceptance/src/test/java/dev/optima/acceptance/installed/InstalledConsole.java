package dev.optima.acceptance.installed;

import dev.optima.acceptance.run.Display;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The console as its package installed it, on a display of its own, worked by keys as a person
/// does. Nothing of the test is in its process.
final class InstalledConsole implements AutoCloseable {
  private static final String PROGRAM = "optima";

  private final Display display;
  private final Process process;
  private final Path log;

  private InstalledConsole(Display display, Process process, Path log) {
    this.display = display;
    this.process = process;
    this.log = log;
  }

  /// Starts it, signed in.
  static InstalledConsole start(URI server, String token, Path folder) throws IOException {
    Display display = Display.start();
    Path log = folder.resolve("console.log");
    ProcessBuilder builder =
        new ProcessBuilder(PROGRAM, "--server", server.toString(), "--language", "en")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("DISPLAY", display.name());
    environment.put("HOME", folder.toString());
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    environment.put("OPTIMA_CONSOLE_TOKEN", token);
    environment.put(
        "JAVA_TOOL_OPTIONS",
        "-Doptima.startup.report=true -Dprism.order=sw"
            + " -Doptima.chromium.arguments=--use-fake-device-for-media-stream"
            + ";--use-fake-ui-for-media-stream");
    return new InstalledConsole(display, builder.start(), log);
  }

  /// How long its first frame took, as it says itself.
  String firstFrame() throws IOException {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.contains("first frame"))
          .map(line -> line.replaceFirst(".*first frame", "first frame"))
          .findFirst()
          .orElse("");
    }
  }

  /// Opens a link as the desktop does: by whatever is registered for its scheme.
  void open(String link, Path folder) throws IOException, InterruptedException {
    run(List.of("xdg-open", link), Map.of("HOME", folder.toString()));
  }

  /// Presses keys in its window, as `xdotool key` names them.
  void press(String keys) throws IOException, InterruptedException {
    run(List.of("xdotool", "search", "--name", "Optima", "windowfocus", "--sync"), Map.of());
    run(List.of("xdotool", "key", keys), Map.of());
  }

  /// What is on the display.
  void picture(Path file) throws IOException, InterruptedException {
    run(List.of("import", "-window", "root", file.toString()), Map.of());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private void run(List<String> words, Map<String, String> more)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(words))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("DISPLAY", display.name());
    builder.environment().putAll(more);
    builder.environment().put("XDG_CONFIG_HOME", log.resolveSibling("config").toString());
    builder.environment().put("XDG_CACHE_HOME", log.resolveSibling("cache").toString());
    Process tool = builder.start();
    if (!tool.waitFor(60, TimeUnit.SECONDS)) {
      tool.destroyForcibly();
      throw new IOException(words + " did not end");
    }
    if (tool.exitValue() != 0) {
      throw new IOException(words + " failed with " + tool.exitValue() + ", see " + log);
    }
  }

  /// Ends it as a session that ends does.
  ///
  /// @return whether it and all its processes were gone in time
  boolean end() throws InterruptedException {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    boolean ended = process.waitFor(30, TimeUnit.SECONDS);
    for (int i = 0; i < 50 && family.stream().anyMatch(ProcessHandle::isAlive); i++) {
      Thread.sleep(100);
    }
    return ended && family.stream().noneMatch(ProcessHandle::isAlive);
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    display.close();
  }
}
