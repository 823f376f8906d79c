package dev.optima.console.surface;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What the call view costs: a call of 1280×720 (the fake camera, sent and received) in the
/// console's scene, beside the same page in the system's plain Chromium, one after the other, under
/// Xvfb and without a graphics card.
///
/// `mvn -q -Pmeasure-call-view -pl src/console -am process-test-classes "-Darguments=20 3"`:
/// seconds and rounds.
final class CallViewMeasure {
  private static final Path HOME = Path.of("target", "chromium-home").toAbsolutePath();
  private static final Path CONSOLE_LOG = Path.of("target", "console.log");
  private static final int WARM_SECONDS = 8;
  private static final List<String> DEVICES =
      List.of("--use-fake-device-for-media-stream=fps=30", "--use-fake-ui-for-media-stream");

  /// One run.
  ///
  /// @param cpu percent of one core
  private record Figures(double cpu, double mebibytes, double decoded, String more) {}

  private CallViewMeasure() {}

  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    List<Double> onTop = new ArrayList<>();
    try (PageServer pages = new PageServer();
        Xvfb display = Xvfb.start(1400, 900)) {
      for (int round = 1; round <= rounds; round++) {
        Figures plain = plain(pages, display, seconds);
        print("plain Chromium", plain);
        Figures console = console(pages, display, seconds);
        print("console", console);
        openings().forEach(System.out::println);
        onTop.add(console.cpu() - plain.cpu());
      }
    }
    onTop.sort(null);
    System.out.printf(
        Locale.ROOT,
        "on top of plain Chromium: %.0f %% of a core (median of %d)%n",
        onTop.get(onTop.size() / 2),
        onTop.size());
  }

  private static void print(String what, Figures figures) {
    System.out.printf(
        Locale.ROOT,
        "%-15s %5.1f %% of a core, %4.0f MiB, %4.1f frames decoded a second%s%n",
        what,
        figures.cpu(),
        figures.mebibytes(),
        figures.decoded(),
        figures.more());
  }

  private static Figures plain(PageServer pages, Xvfb display, int seconds) throws Exception {
    Path program =
        Stream.of("chromium", "google-chrome", "chromium-browser")
            .flatMap(name -> Xvfb.program(name).stream())
            .findFirst()
            .orElseThrow(() -> new IOException("no Chromium to compare with"));
    Path profile = Files.createTempDirectory("optima-plain");
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.add("--app=" + pages.page("loopback.html"));
    command.addAll(
        List.of(
            "--user-data-dir=" + profile,
            "--window-size=1280,720",
            "--window-position=0,0",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--autoplay-policy=no-user-gesture-required"));
    command.addAll(ChromiumSwitches.forBrowser(DEVICES));
    return measured(command, display, pages, seconds, Path.of("target", "plain.log"));
  }

  private static Figures console(PageServer pages, Xvfb display, int seconds) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Dprism.order=sw",
            "-Doptima.test.home=" + HOME,
            "-Doptima.chromium.arguments="
                + String.join(";", DEVICES)
                + ";"
                + System.getProperty("optima.chromium.arguments", ""),
            "-cp",
            System.getProperty("java.class.path"),
            CallViewShow.class.getName(),
            pages.page("loopback.html").toString());
    return measured(command, display, pages, seconds, CONSOLE_LOG);
  }

  private static Figures measured(
      List<String> command, Xvfb display, PageServer pages, int seconds, Path log)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(log.toFile())
            // Chromium's own words would else tear the lines apart.
            .redirectError(Path.of(log + ".err").toFile());
    builder.environment().put("DISPLAY", display.display());
    Process process = builder.start();
    try {
      pages.awaitFrames(process.toHandle());
      TimeUnit.SECONDS.sleep(WARM_SECONDS);
      double before = ProcessTime.seconds(process.toHandle());
      long decodedBefore = pages.framesDecoded();
      long start = System.nanoTime();
      TimeUnit.SECONDS.sleep(seconds);
      double elapsed = (System.nanoTime() - start) / 1e9;
      double used = ProcessTime.seconds(process.toHandle()) - before;
      double decoded = (pages.framesDecoded() - decodedBefore) / elapsed;
      double memory = ProcessTime.mebibytes(process.toHandle());
      return new Figures(100 * used / elapsed, memory, decoded, ", " + pages.size() + last(log));
    } finally {
      List<ProcessHandle> family = process.descendants().toList();
      process.destroy();
      process.waitFor(10, TimeUnit.SECONDS);
      family.forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      pages.forgetFrames();
    }
  }

  /// How long the console's calls took to open.
  private static List<String> openings() throws IOException {
    return Files.readAllLines(CONSOLE_LOG).stream()
        .filter(line -> line.contains(": open in "))
        .toList();
  }

  /// What the console said of its own pictures last.
  private static String last(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.startsWith("pictures "))
        .reduce((earlier, later) -> later)
        .map(line -> ", " + line)
        .orElse("");
  }
}
