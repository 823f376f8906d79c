package dev.optima.acceptance.measure;

import dev.optima.acceptance.driver.BareWindow;
import dev.optima.acceptance.run.Display;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// From the start of the delivered console to its first usable frame, with and without the cache
/// that its package brings, beside a bare JavaFX window on the very same Java. All take turns, so
/// that whatever else the machine does meets all alike.
final class InstalledStart {
  private static final int ROUNDS = 7;
  private static final Pattern REPORT = Pattern.compile("first frame\\b.*?(\\d+) ms of CPU");
  private static final String ENDS = "-D" + BareWindow.ENDS + "=true";
  private static final String SOFTWARE = "-Dprism.order=sw";

  private final Medians medians;
  private final Path folder;
  private final Path image;

  /// @param image jpackage's, or where a package installed it: `/opt/optima`
  InstalledStart(Medians medians, Path folder, Path image) {
    this.medians = medians;
    this.folder = folder;
    this.image = image;
  }

  /// Something that opens a window and says so, and what it took each time.
  private record Starter(
      String name, List<String> words, String javaOptions, List<Double> wall, List<Double> cpu) {
    Starter(String name, List<String> words, String javaOptions) {
      this(name, words, javaOptions, new ArrayList<>(), new ArrayList<>());
    }
  }

  void run() throws Exception {
    Path launcher = image.resolve("bin/Optima");
    if (!Files.isExecutable(launcher)) {
      throw new IllegalStateException(
          "no console at " + launcher + ": mvn -Pinstaller package makes it");
    }
    List<String> bare = bareWindow();
    List<String> console =
        List.of(launcher.toString(), "--data", folder.resolve("installed").toString());
    Path cache = folder.resolve("bare-window.aot");
    Files.deleteIfExists(cache);
    List<Starter> starters =
        List.of(
            new Starter("a bare JavaFX window", bare, ""),
            new Starter("the same with a cache", bare, "-XX:AOTMode=on -XX:AOTCache=" + cache),
            new Starter("the console without its cache", console, "-XX:AOTMode=off"),
            new Starter("the console as it is delivered", console, "-XX:AOTMode=on"));
    try (Display display = Display.start()) {
      once(display, new Starter("training", bare, ENDS + " -XX:AOTCacheOutput=" + cache));
      for (Starter starter : starters) {
        once(display, new Starter("warm-up", starter.words(), starter.javaOptions()));
      }
      double before = load();
      for (int round = 0; round < ROUNDS; round++) {
        for (Starter starter : starters) {
          once(display, starter);
        }
      }
      medians.line(
          "installed: %d rounds, load average %.1f before and %.1f after"
              .formatted(ROUNDS, before, load()));
    }
    for (Starter starter : starters) {
      medians.of(starter.name() + ": start to first frame", "ms", starter.wall());
      medians.of(starter.name() + ": CPU until then", "ms", starter.cpu());
    }
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private void once(Display display, Starter starter) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(starter.words()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("DISPLAY", display.name());
    environment.put(
        "JAVA_TOOL_OPTIONS",
        String.join(
            " ",
            SOFTWARE,
            "-Doptima.startup.report=true -Duser.home=" + folder.resolve("home"),
            starter.javaOptions()));
    long start = System.nanoTime();
    Process process = builder.start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      boolean byItself = starter.javaOptions().contains(ENDS);
      boolean shown = false;
      StringBuilder said = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher matcher = REPORT.matcher(line);
        if (matcher.find()) {
          shown = true;
          starter.wall().add((System.nanoTime() - start) / 1e6);
          starter.cpu().add(Double.valueOf(matcher.group(1)));
          if (!byItself) {
            return;
          }
        }
        said.append(line).append('\n');
      }
      if (shown) {
        return;
      }
      throw new IllegalStateException(starter.name() + " ended before its first frame:\n" + said);
    } finally {
      end(process, starter.javaOptions().contains(ENDS));
    }
  }

  /// A JVM that is asked to end writes no cache, nor does one that nobody listens to: a training
  /// ends by itself.
  private static void end(Process process, boolean byItself) throws InterruptedException {
    if (!byItself) {
      process.destroy();
    }
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private List<String> bareWindow() throws IOException {
    Path jar = folder.resolve("bare-window.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> type : withNested(BareWindow.class)) {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (InputStream in = BareWindow.class.getClassLoader().getResourceAsStream(name)) {
          java.util.Objects.requireNonNull(in, name).transferTo(out);
        }
        out.closeEntry();
      }
    }
    return List.of(
        image.resolve("lib/runtime/bin/java").toString(),
        "--enable-native-access=javafx.graphics",
        "--add-modules=javafx.controls",
        "-classpath",
        jar.toString(),
        BareWindow.class.getName());
  }

  private static List<Class<?>> withNested(Class<?> type) {
    List<Class<?>> all = new ArrayList<>(List.of(type.getDeclaredClasses()));
    all.add(type);
    return all;
  }
}
