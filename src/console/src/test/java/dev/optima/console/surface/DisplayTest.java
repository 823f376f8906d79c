package dev.optima.console.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Runs what needs a real display, in JVMs of their own under Xvfb: this JVM's JavaFX is Monocle,
/// which cannot host Chromium, and Chromium's engine starts only once in a process. Each case is a
/// test of its own here.
final class DisplayTest {
  private static final long MINUTES = 6;

  /// The engine is unpacked once for all runs of the build.
  private static final Path HOME = Path.of("target", "chromium-home").toAbsolutePath();

  @TestFactory
  Stream<DynamicTest> chromium_in_the_scene(@TempDir Path directory) throws Exception {
    return run(directory, ChromiumCases.class);
  }

  @TestFactory
  Stream<DynamicTest> a_providers_frame(@TempDir Path directory) throws Exception {
    return run(directory, ProviderFrameCases.class);
  }

  @TestFactory
  Stream<DynamicTest> chromium_on_a_fine_screen(@TempDir Path directory) throws Exception {
    return run(directory, FineScreenCases.class, "-Dglass.gtk.uiScale=200%");
  }

  @TestFactory
  Stream<DynamicTest> chromium_in_a_window_that_is_resized(@TempDir Path directory)
      throws Exception {
    return run(directory, ResizeCases.class);
  }

  private static Stream<DynamicTest> run(Path directory, Class<?> cases, String... more)
      throws Exception {
    for (String program : List.of("Xvfb", "xdotool")) {
      if (Xvfb.program(program).isEmpty()) {
        return missing(program);
      }
    }
    Path results = directory.resolve("results");
    Path log = Path.of("target", cases.getSimpleName() + ".log").toAbsolutePath();
    try (Xvfb display = Xvfb.start(2720, 1640)) {
      Process child = start(display, cases, results, log, more);
      boolean ended = child.waitFor(MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        List<ProcessHandle> family = child.descendants().toList();
        child.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
      }
      return tests(results, log, ended, leftBehind(child));
    }
  }

  private static Process start(Xvfb display, Class<?> cases, Path results, Path log, String... more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dprism.order=sw");
    command.add("-Doptima.test.home=" + HOME);
    command.addAll(List.of(more));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(DisplayMain.class.getName(), cases.getName(), results.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("DISPLAY", display.display());
    // xdotool types what the locale has letters for.
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  /// Chromium's processes of a console that has ended: they name its profile.
  private static List<Long> leftBehind(Process console) {
    Path profile = HOME.resolve("chromium-profiles").resolve(Long.toString(console.pid()));
    return ProcessHandle.allProcesses()
        .filter(process -> ProcessTime.commandLine(process).contains(profile.toString()))
        .map(ProcessHandle::pid)
        .toList();
  }

  private static Stream<DynamicTest> tests(
      Path results, Path log, boolean ended, List<Long> leftBehind) throws IOException {
    List<String> lines = Files.exists(results) ? Files.readAllLines(results) : List.of();
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("\t", 2);
      if (!parts[0].isEmpty()) {
        tests.add(
            DynamicTest.dynamicTest(
                parts[0],
                () -> {
                  if (!parts[1].equals("passed")) {
                    fail(parts[1] + " (" + log + ")");
                  }
                }));
      }
    }
    tests.add(
        DynamicTest.dynamicTest(
            "the program ends by itself",
            () -> {
              assertThat(lines).as("see %s", log).contains("\tend");
              assertThat(ended).as("ended; see %s", log).isTrue();
              assertThat(leftBehind).as("processes left behind").isEmpty();
            }));
    return tests.stream();
  }

  private static Stream<DynamicTest> missing(String program) {
    String line = "skipped: " + program + " is not installed";
    if (Boolean.getBoolean("optima.demand")) {
      return fail(line);
    }
    return abort(line);
  }
}
