package dev.optima.acceptance.measure;

import dev.optima.acceptance.driver.BareWindow;
import dev.optima.acceptance.driver.FirstFrame;
import dev.optima.acceptance.run.ConsoleCommand;
import dev.optima.acceptance.run.Display;
import dev.optima.console.look.Ids;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// From the start of the console to its first usable frame, beside the smallest JavaFX window;
/// without and with an AOT cache.
final class ConsoleStart {
  private static final int ROUNDS = 5;

  private final Medians medians;
  private final Path folder;

  ConsoleStart(Medians medians, Path folder) {
    this.medians = medians;
    this.folder = folder;
  }

  void run() throws Exception {
    useJarForThisModule();
    try (Display display = Display.start()) {
      List<String> bare = List.of(BareWindow.class.getName(), "#" + BareWindow.BUTTON);
      List<String> console =
          List.of(
              ConsoleCommand.LAUNCHER,
              "#" + Ids.LOGIN_SUBMIT,
              "--server",
              "http://127.0.0.1:1",
              "--data",
              folder.resolve("console").toString());
      double window = both("a bare JavaFX window", display, bare, "bare");
      double ours = both("the console", display, console, "console");
      medians.line(
          "console: %.2f times a bare window, both with an AOT cache".formatted(ours / window));
    }
  }

  private double both(String what, Display display, List<String> arguments, String name)
      throws Exception {
    once(display, List.of(), arguments);
    medians.of(
        what + ": start to first frame", "ms", ROUNDS, () -> once(display, List.of(), arguments));
    Path cache = folder.resolve(name + ".aot");
    Files.deleteIfExists(cache);
    once(display, List.of("-XX:AOTCacheOutput=" + cache), arguments);
    List<String> cached = List.of("-XX:AOTCache=" + cache);
    return medians.of(
        what + ": the same with an AOT cache",
        "ms",
        ROUNDS,
        () -> once(display, cached, arguments));
  }

  private double once(Display display, List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(options);
    all.add("-Dprism.order=sw");
    ProcessBuilder builder =
        new ProcessBuilder(ConsoleCommand.of(all, FirstFrame.class.getName(), arguments))
            .redirectError(folder.resolve("console-start.log").toFile());
    builder.environment().put("DISPLAY", display.name());
    long start = System.nanoTime();
    Process process = builder.start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.equals(FirstFrame.SIGN)) {
        line = lines.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("ended before its first frame: " + arguments);
      }
      double taken = (System.nanoTime() - start) / 1e6;
      process.getOutputStream().close();
      if (!process.waitFor(90, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      return taken;
    }
  }

  /// An AOT cache wants jars: the classes of this module are packed into one.
  private void useJarForThisModule() throws IOException {
    List<String> entries = new ArrayList<>();
    int count = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      entries.add(Files.isDirectory(path) ? pack(path, count++).toString() : entry);
    }
    System.setProperty("java.class.path", String.join(File.pathSeparator, entries));
  }

  private Path pack(Path classes, int number) throws IOException {
    Path jar = folder.resolve("classes-" + number + ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
