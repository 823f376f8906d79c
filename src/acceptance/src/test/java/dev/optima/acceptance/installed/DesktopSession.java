package dev.optima.acceptance.installed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// An ordinary user of the machine at a display: starts programs as the desktop does. Nothing of
/// whoever runs the test comes with it.
///
/// @param log what the programs print is appended here
record DesktopSession(String user, String display, Path log) {
  private static final long PATIENCE_SECONDS = 60;

  /// What the console is started with besides: it says when its first frame is there, does not
  /// start at all if its cache does not fit, and shows a camera that this machine has not.
  private static final String JAVA_OPTIONS =
      "-XX:AOTMode=on -Doptima.startup.report=true -Dprism.order=sw"
          + " -Doptima.chromium.arguments=--use-fake-device-for-media-stream"
          + ";--use-fake-ui-for-media-stream";

  /// The user's own folder.
  Path home() {
    return Path.of("/home", user);
  }

  Process start(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("runuser", "-u", user, "--"));
    all.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .directory(home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.putAll(
        Map.of(
            "PATH", path,
            "HOME", home().toString(),
            "USER", user,
            "LOGNAME", user,
            "LANG", "C.UTF-8",
            "DISPLAY", display,
            "JAVA_TOOL_OPTIONS", JAVA_OPTIONS));
    return builder.start();
  }

  /// @throws IOException if it fails or does not end
  void run(String... words) throws IOException, InterruptedException {
    Process process = start(words);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IOException(String.join(" ", words) + " did not end, see " + log);
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          String.join(" ", words) + " failed with " + process.exitValue() + ", see " + log);
    }
  }
}
