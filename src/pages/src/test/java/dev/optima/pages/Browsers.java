package dev.optima.pages;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The machine's own Chromium, driven by Playwright.
final class Browsers implements AutoCloseable {

  /// A camera of 8 pictures a second instead of 20, where no test looks at how they move: drawing
  /// them costs more than all else that a browser does in a test.
  static final String CALM_CAMERA = "--use-fake-device-for-media-stream=fps=8";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

  private static final List<String> SWITCHES =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--autoplay-policy=no-user-gesture-required");

  private final Playwright playwright;
  private final Browser browser;

  private Browsers(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /// A browser with a moving test picture as its camera and a beep as its microphone.
  static Browsers withDevices(String... more) {
    var switches = new ArrayList<>(List.of("--use-fake-device-for-media-stream"));
    switches.addAll(List.of(more));
    return start(switches);
  }

  /// A browser on a machine without camera and microphone.
  static Browsers withoutDevices(String... switches) {
    return start(List.of(switches));
  }

  private static Browsers start(List<String> more) {
    Path chromium = demanded("Chromium", NAMES);
    var switches = new ArrayList<>(SWITCHES);
    switches.addAll(more);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(switches));
    return new Browsers(playwright, browser);
  }

  Browser browser() {
    return browser;
  }

  /// The program of a browser by one of its names on the PATH. Without one the test is left out; in
  /// the build that decides (`optima.demand`) it fails.
  static Path demanded(String browser, List<String> names) {
    Optional<Path> found = find(names);
    String line = browser + " was not found on the PATH (tried " + String.join(", ", names) + ")";
    if (found.isEmpty() && Boolean.getBoolean("optima.demand")) {
      throw new IllegalStateException(line + ", and optima.demand is set");
    }
    assumeTrue(found.isPresent(), line);
    return found.orElseThrow();
  }

  private static Optional<Path> find(List<String> names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .flatMap(folder -> names.stream().map(folder::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Closes a context. A request of its last moment is answered by nobody any more, which is not a
  /// fault of the test; anything else is one.
  static void leave(BrowserContext context) {
    try {
      context.close();
    } catch (PlaywrightException gone) {
      if (!String.valueOf(gone.getMessage()).contains("has been closed")) {
        throw gone;
      }
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
