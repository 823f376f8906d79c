package dev.optima.acceptance.installed;

import dev.optima.acceptance.harness.Wait;
import dev.optima.acceptance.run.Display;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The console as its package installed it, on a display of its own, worked by eyes and keys as a
/// person does. Nothing of the test is in its process.
final class InstalledConsole implements AutoCloseable {
  private static final String PROGRAM = "/opt/optima/bin/Optima";
  private static final String FIRST_FRAME = "first frame";
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration END = Duration.ofSeconds(30);

  private final Display display;
  private final DesktopSession session;
  private final Screen screen;
  private final Process opener;

  private InstalledConsole(Display display, DesktopSession session, Screen screen, Process opener) {
    this.display = display;
    this.session = session;
    this.screen = screen;
    this.opener = opener;
  }

  /// Opens a link as the desktop does while no console runs: that starts it.
  ///
  /// @param folder for its log and its picture
  static InstalledConsole openedBy(String link, String user, Path folder) throws IOException {
    Path log = folder.resolve("console.log");
    Files.deleteIfExists(log);
    Display display = Display.startKept(folder);
    DesktopSession session = new DesktopSession(user, display.name(), log);
    Screen screen = new Screen(folder.resolve("Xvfb_screen0"));
    return new InstalledConsole(display, session, screen, session.start("xdg-open", link));
  }

  /// Waits for its first frame.
  ///
  /// @return how long it took, as it says itself
  /// @throws IOException if it ends before, with what it printed
  String awaitFirstFrame() throws IOException {
    Wait.until(
        "the console's first frame, see " + session.log(),
        () -> !firstFrame().isEmpty() || !opener.isAlive());
    String line = firstFrame();
    if (line.isEmpty()) {
      throw new IOException("the console did not start:\n" + Files.readString(session.log()));
    }
    return line;
  }

  private String firstFrame() {
    try (Stream<String> lines = Files.lines(session.log(), StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.contains(FIRST_FRAME))
          .map(line -> line.substring(line.indexOf(FIRST_FRAME)))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return ""; // Half a letter is written.
    }
  }

  Screen screen() {
    return screen;
  }

  /// Opens a link while it runs.
  void open(String link) throws IOException, InterruptedException {
    session.run("xdg-open", link);
  }

  /// Presses keys in its window, as `xdotool key` names them.
  void press(String... keys) throws IOException, InterruptedException {
    focus();
    for (String key : keys) {
      session.run("xdotool", "key", key);
    }
  }

  void type(String text) throws IOException, InterruptedException {
    focus();
    session.run("xdotool", "type", "--delay", "20", text);
  }

  /// There is no window manager that would give its window the keyboard.
  private void focus() throws IOException, InterruptedException {
    session.run("xdotool", "search", "--onlyvisible", "--name", "Optima", "windowfocus", "--sync");
  }

  /// Presses a key and waits until that has changed what is to be seen. A key that came before its
  /// view was there is pressed again.
  void step(String what, String key) throws IOException {
    Screen.Look before = screen.look();
    Wait.until(
        what,
        () -> {
          press(key);
          return screen.isOtherThan(before, SOON);
        });
    screen.awaitStill(what);
  }

  /// Ends it as a session that ends does.
  ///
  /// @return whether it and all that it started were gone in time
  boolean end() throws InterruptedException {
    List<ProcessHandle> family = opener.descendants().toList();
    family.stream()
        .filter(process -> process.info().command().filter(PROGRAM::equals).isPresent())
        .forEach(ProcessHandle::destroy);
    return opener.waitFor(END.toSeconds(), TimeUnit.SECONDS)
        && Wait.value(END, () -> family.stream().anyMatch(ProcessHandle::isAlive) ? null : true)
            .isPresent();
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> family = opener.descendants().toList();
    opener.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    display.close();
  }
}
