package dev.optima.acceptance.harness;

import dev.optima.acceptance.driver.DriverMain;
import dev.optima.acceptance.run.ConsoleCommand;
import dev.optima.acceptance.run.Display;
import dev.optima.acceptance.run.FreePort;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The real console as a process under a display of its own, and a hand in it.
public final class ConsoleProcess implements AutoCloseable {
  private static final Duration PATIENCE = Wait.LONG;

  /// Shared by all runs, so that Chromium's engine is unpacked once; the settings are not.
  private static final Path HOME = Path.of("target", "console").toAbsolutePath();

  private final Display display;
  private final Process process;
  private final BufferedWriter commands;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final int devTools;
  private final Path log;

  private ConsoleProcess(Display display, Process process, int devTools, Path log) {
    this.display = display;
    this.process = process;
    this.devTools = devTools;
    this.log = log;
    commands =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    Thread.ofPlatform().daemon().name("console-log").start(this::read);
  }

  /// Starts it, signed in as whoever the token is.
  ///
  /// @param token empty for nobody: the console asks
  /// @param home where its log goes
  public static ConsoleProcess start(URI server, String token, Path home, String language)
      throws IOException {
    return start(server, token, home, language, List.of());
  }

  public static ConsoleProcess start(
      URI server, String token, Path home, String language, List<String> jvmOptions)
      throws IOException {
    return start(server, token, home, language, jvmOptions, List.of());
  }

  /// @param switches of its Chromium besides, such as one that trusts a certificate
  public static ConsoleProcess start(
      URI server,
      String token,
      Path home,
      String language,
      List<String> jvmOptions,
      List<String> switches)
      throws IOException {
    Files.deleteIfExists(HOME.resolve("console.properties"));
    List<String> words =
        List.of("--server", server.toString(), "--data", HOME.toString(), "--language", language);
    return start(words, Map.of("OPTIMA_CONSOLE_TOKEN", token), home, jvmOptions, switches);
  }

  /// Starts it for the first time, as the system does: it knows nothing but the link that it is
  /// opened with, and no other words go with a link.
  public static ConsoleProcess first(String link, Path home, String language) throws IOException {
    Files.createDirectories(HOME);
    Path cache = Files.createDirectories(home.resolve("cache"));
    Files.createSymbolicLink(cache.resolve("optima"), HOME);
    Map<String, String> folders =
        Map.of(
            "XDG_CONFIG_HOME", home.resolve("config").toString(),
            "XDG_CACHE_HOME", cache.toString());
    return start(List.of(link), folders, home, List.of("-Duser.language=" + language), List.of());
  }

  private static ConsoleProcess start(
      List<String> words,
      Map<String, String> environment,
      Path home,
      List<String> jvmOptions,
      List<String> switches)
      throws IOException {
    Files.createDirectories(home);
    int devTools = FreePort.any();
    List<String> options = new ArrayList<>(jvmOptions);
    options.add("-Dprism.order=sw");
    options.add(
        "-Doptima.chromium.arguments=--use-fake-device-for-media-stream"
            + ";--use-fake-ui-for-media-stream;--remote-debugging-port="
            + devTools
            + String.join("", switches.stream().map(more -> ";" + more).toList()));
    Display display = Display.start();
    ProcessBuilder builder =
        new ProcessBuilder(ConsoleCommand.of(options, DriverMain.class.getName(), words))
            .redirectErrorStream(true);
    builder.environment().put("DISPLAY", display.name());
    builder.environment().putAll(environment);
    return new ConsoleProcess(display, builder.start(), devTools, home.resolve("console.log"));
  }

  private void read() {
    try (var lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var out =
            Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(DriverMain.OK) || line.startsWith(DriverMain.NO)) {
          answers.add(line);
        } else {
          out.write(line);
          out.newLine();
          out.flush();
        }
      }
    } catch (IOException e) {
      answers.add(DriverMain.NO + e); // Closed while it was being read: the console is gone.
    }
    answers.add(DriverMain.NO + "the console ended, see " + log);
  }

  /// Does something in the console.
  ///
  /// @throws AssertionError with what the console says if it cannot be done
  public synchronized String tell(String command) {
    try {
      commands.write(command);
      commands.newLine();
      commands.flush();
      String answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (answer == null || answer.startsWith(DriverMain.NO)) {
        throw new AssertionError(command + ": " + answer + " (see " + log + ")");
      }
      return answer
          .substring(DriverMain.OK.length())
          .replaceAll("(?<!\\\\)\\\\n", "\n")
          .replace("\\\\", "\\");
    } catch (IOException e) {
      throw new AssertionError(command + ": the console is gone, see " + log, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  public boolean sees(String selector) {
    return tell("has " + selector).equals("true");
  }

  public void awaitSight(String selector) {
    awaitSight(selector, PATIENCE);
  }

  public void awaitSight(String selector, Duration most) {
    until(selector + " in the console", most, () -> sees(selector));
  }

  public void awaitGone(String selector) {
    until(selector + " gone from the console", PATIENCE, () -> !sees(selector));
  }

  /// Waits for it and clicks it with the mouse.
  public void click(String selector) {
    awaitSight(selector);
    tell("click " + selector);
  }

  public String text(String selector) {
    return tell("text " + selector);
  }

  public String state(String selector) {
    return tell("state " + selector);
  }

  public void awaitText(String selector, String part) {
    until(
        "\"" + part + "\" in " + selector,
        PATIENCE,
        () -> sees(selector) && text(selector).contains(part));
  }

  /// A wait that fails says what there is instead, and leaves a picture beside the log.
  private void until(String what, Duration most, Wait.Question question) {
    try {
      Wait.until(what, most, question);
    } catch (AssertionError e) {
      Path picture = log.resolveSibling("failed-" + System.nanoTime() + ".png");
      throw new AssertionError(
          e.getMessage() + "; there is: " + tell("tree") + "; see " + tell("shot " + picture), e);
    }
  }

  public Path picture(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    tell("shot " + file.toAbsolutePath());
    return file;
  }

  /// The call page in the console's Chromium.
  public DevTools callPage() {
    return DevTools.attach(devTools, "/call/");
  }

  /// The check of camera and microphone in the console's Chromium.
  public DevTools devicesPage() {
    return DevTools.attach(devTools, "/pages/devices/");
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public Path log() {
    return log;
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    family.forEach(ProcessHandle::destroyForcibly);
    display.close();
  }
}
