package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The recruiter's device check, as the console opens it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevicesPageTest {
  private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/146.0";
  private static final String MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/146.0";
  private static final String LINUX = "Mozilla/5.0 (X11; Linux x86_64) Chrome/146.0";

  private Browsers browsers;
  private PageServer server;

  @BeforeAll
  void open() {
    browsers = Browsers.withDevices("--use-fake-device-for-media-stream=device-count=2");
    server = new PageServer();
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
      server.close();
    }
  }

  private BrowserContext context(int width, int height) {
    return browsers
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setPermissions(List.of("camera", "microphone"))
                .setViewportSize(width, height));
  }

  private String address(String query) {
    return server.origin() + "/pages/devices/index.html?" + query;
  }

  @ParameterizedTest
  @CsvSource({"en, 752, 370, ''", "tr, 752, 370, dark", "en, 812, 520, dark"})
  void showsPictureAndLevelAtOnceAndKeepsWhatIsChosenForCalls(
      String language, int width, int height, String theme) {
    try (BrowserContext context = context(width, height)) {
      Page page = context.newPage();
      page.navigate(address("theme=" + theme + "&host=console&lang=" + language));
      assertThat(page.locator("[data-testid=check-camera][data-state=ok]")).isVisible();
      assertThat(page.locator("[data-testid=check-microphone][data-state=ok]")).isVisible();
      page.waitForCondition(
          () ->
              page.evaluate("document.querySelector('.check-picture').videoWidth > 0")
                  .equals(true));
      page.waitForCondition(
          () ->
              page.evaluate("document.querySelector('[data-testid=check-level]').value > 0.05")
                  .equals(true));
      assertThat(page.getByTestId("check-tone"))
          .hasText(language.equals("tr") ? "Ses çal" : "Play a sound");
      String second =
          (String)
              page.evaluate(
                  "document.querySelector('[data-testid=check-camera-choice]').options[1].value");
      page.getByTestId("check-camera-choice").selectOption(second);
      assertThat(page.evaluate("localStorage.getItem('optima.camera')")).isEqualTo(second);
      assertThat(
              (Boolean)
                  page.evaluate(
                      "[...document.querySelectorAll('.devices .card *')].map(e =>"
                          + " e.getBoundingClientRect()).every(at => at.right <= innerWidth &&"
                          + " at.bottom <= innerHeight)"))
          .as("all of it is seen in the smallest window")
          .isTrue();
      shot(page, "devices-" + language + (theme.isEmpty() ? "" : "-" + theme) + height);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "windows, Permission denied by system, '', Open the settings of Windows",
    "mac, Permission denied, '', Open System Settings",
    "linux, Permission denied, dark, groups “video” and “audio”"
  })
  void whatIsRefusedInTheConsoleTheSystemRefuses(
      String system, String message, String theme, String said) {
    String agent = system.equals("mac") ? MAC : system.equals("linux") ? LINUX : WINDOWS;
    try (BrowserContext context = failing("NotAllowedError", message, agent)) {
      Page page = context.newPage();
      page.navigate(address("host=console&lang=en&theme=" + theme));
      assertThat(page.getByTestId("check-advice")).containsText(said);
      assertThat(page.locator("[data-testid=check-advice] li")).hasCount(1);
      shot(page, "devices-denied-" + system);
    }
  }

  @Test
  void whatIsRefusedInABrowserItsAddressBarAllows() {
    try (BrowserContext context = failing("NotAllowedError", "Permission denied", LINUX)) {
      Page page = context.newPage();
      page.navigate(address("lang=en"));
      assertThat(page.getByTestId("check-advice")).containsText("the address at the top");
    }
  }

  @ParameterizedTest
  @CsvSource({"en, '', Another program uses", "tr, dark, Aygıtı başka bir program kullanıyor"})
  void saysThatADeviceIsInUse(String language, String theme, String said) {
    try (BrowserContext context = failing("NotReadableError", "Could not start", LINUX)) {
      Page page = context.newPage();
      page.navigate(address("host=console&lang=" + language + "&theme=" + theme));
      assertThat(page.getByTestId("check-advice")).containsText(said);
      shot(page, "devices-busy-" + language);
    }
  }

  @ParameterizedTest
  @CsvSource({"en, dark, No camera was found", "tr, '', Kamera bulunamadı"})
  void goesOnWhereThereIsNoDevice(String language, String theme, String said) {
    try (Browsers bare = Browsers.withoutDevices();
        BrowserContext context =
            bare.browser().newContext(new Browser.NewContextOptions().setViewportSize(752, 380))) {
      Page page = context.newPage();
      page.navigate(address("host=console&lang=" + language + "&theme=" + theme));
      assertThat(page.getByTestId("check-advice")).containsText(said);
      assertThat(page.locator("[data-testid=check-camera][data-state=missing]")).isVisible();
      assertThat(page.getByTestId("check")).isEnabled();
      shot(page, "devices-missing-" + language);
    }
  }

  /// A browser whose devices fail so.
  private BrowserContext failing(String name, String message, String agent) {
    BrowserContext context =
        browsers
            .browser()
            .newContext(
                new Browser.NewContextOptions().setUserAgent(agent).setViewportSize(752, 380));
    context.addInitScript(
        "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('%s', '%s'); };"
            .formatted(message, name));
    return context;
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
  }
}
