package dev.optima.acceptance.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.optima.acceptance.run.Tool;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Applicants' browsers: Chromium without a window, with a camera that shows a moving picture.
public final class ApplicantBrowser implements AutoCloseable {
  private static final List<String> SWITCHES =
      List.of(
          "--no-sandbox",
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream",
          "--autoplay-policy=no-user-gesture-required",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private ApplicantBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  public static ApplicantBrowser launch() {
    return launch(List.of());
  }

  /// @param more switches besides, such as one that trusts a certificate
  public static ApplicantBrowser launch(List<String> more) {
    List<String> switches = new ArrayList<>(SWITCHES);
    switches.addAll(more);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Tool.CHROMIUM.find().orElseThrow())
                    .setArgs(switches));
    PlaywrightAssertions.setDefaultAssertionTimeout(Wait.LONG.toMillis());
    return new ApplicantBrowser(playwright, browser);
  }

  /// A device of its own: own cookies, own storage.
  public ApplicantPage device(URI backend) {
    return device(backend, 1280, 800);
  }

  public ApplicantPage device(URI backend, int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setPermissions(List.of("camera", "microphone", "notifications")));
    context.setDefaultTimeout(Wait.LONG.toMillis());
    Page page = context.newPage();
    return new ApplicantPage(context, page, backend);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
