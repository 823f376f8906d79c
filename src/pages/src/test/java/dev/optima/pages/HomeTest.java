package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.CallList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stands around the chat: the device check, notifications, past calls, and leaving.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeTest {

  private static final String COUNT_NOTES =
      "window.notes = 0; const start = OscillatorNode.prototype.start;"
          + " OscillatorNode.prototype.start = function (at) { window.notes += 1; return start.call(this, at); };";
  private static final String UNDECIDED =
      "window.asked = 0; window.Notification = class { static permission = 'default';"
          + " static async requestPermission() { window.asked += 1; Notification.permission = 'granted'; return 'granted'; }"
          + " constructor(title) { window.shown = title; } close() {} };";

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

  private Visit visit(String... permissions) {
    var options = new Browser.NewContextOptions().setPermissions(List.of(permissions));
    return new Visit(browsers.browser(), server.origin(), options);
  }

  @Test
  void devicesAreTriedChosenAndRemembered() {
    try (Visit visit = visit("camera", "microphone").open()) {
      visit.by("check").click();
      assertThat(visit.page.locator("[data-testid=check-camera][data-state=ok]")).isVisible();
      assertThat(visit.page.locator("[data-testid=check-microphone][data-state=ok]")).isVisible();
      visit.page.waitForCondition(
          () ->
              visit
                  .page
                  .evaluate("document.querySelector('.check-picture').videoWidth > 0")
                  .equals(true));
      visit.page.waitForCondition(
          () ->
              visit
                  .page
                  .evaluate("document.querySelector('[data-testid=check-level]').value > 0.05")
                  .equals(true));

      String second =
          (String)
              visit.page.evaluate(
                  "document.querySelector('[data-testid=check-camera-choice]').options[1].value");
      visit.by("check-camera-choice").selectOption(second);
      visit.page.waitForCondition(
          () ->
              visit
                  .page
                  .evaluate(
                      "id => document.querySelector('.check-picture').srcObject?.getTracks()[0].getSettings().deviceId === id",
                      second)
                  .equals(true));
      assertThat(visit.page.evaluate("localStorage.getItem('optima.camera')")).isEqualTo(second);

      visit.by("check-tone").click();
      visit.by("check-heard-no").click();
      assertThat(visit.page.locator("[data-testid=check-speaker][data-state=unheard]")).isVisible();
      assertThat(visit.by("check-advice")).containsText("Turn up the volume");

      visit.by("check").click();
      assertThat(visit.page.evaluate("document.querySelector('.check-picture').srcObject"))
          .isNull();
      visit.by("check").click();
      visit.page.waitForCondition(
          () ->
              visit
                  .page
                  .evaluate(
                      "id => document.querySelector('.check-picture').srcObject?.getTracks()[0].getSettings().deviceId === id",
                      second)
                  .equals(true));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NotAllowedError, Permission denied, denied, check.denied_chromium",
    "NotAllowedError, Permission denied by system, system, check.denied_system",
    "NotFoundError, none, missing, check.missing_camera",
    "NotReadableError, in use, busy, check.busy_text"
  })
  void aDeviceThatDoesNotWorkComesWithAdvice(
      String name, String message, String state, String advice) {
    try (Visit visit = visit()) {
      visit.context.addInitScript(
          "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('%s', '%s'));"
              .formatted(message, name));
      visit.open();
      visit.by("check").click();
      assertThat(visit.page.locator("[data-testid=check-camera][data-state=" + state + "]"))
          .isVisible();
      assertThat(visit.by("check-advice").locator("[data-key='" + advice + "']")).isVisible();
      assertThat(visit.by("check")).hasText("Try again");
    }
  }

  @Test
  void anInsecureAddressSaysThatItIsOne() {
    try (Visit visit = visit()) {
      visit.context.addInitScript(
          "Object.defineProperty(Navigator.prototype, 'mediaDevices', {get: () => undefined});"
              + " Object.defineProperty(window, 'isSecureContext', {value: false});");
      visit.open();
      visit.by("check").click();
      assertThat(visit.page.locator("[data-testid=check-microphone][data-state=insecure]"))
          .isVisible();
      assertThat(visit.by("check-advice").locator("li")).hasCount(1);
    }
  }

  @Test
  void nobodyIsAskedForNotificationsUnasked() {
    try (Visit visit = visit()) {
      visit.context.addInitScript(UNDECIDED);
      visit.open();
      visit.by("notifications").click();
      assertThat(visit.by("notify-state")).hasText("Off");
      assertThat(visit.page.evaluate("asked")).isEqualTo(0);

      visit.by("notify-switch").click();
      assertThat(visit.by("notify-state")).hasText("On");
      assertThat(visit.page.evaluate("asked")).isEqualTo(1);
      visit.by("notify-sample").click();
      visit.page.waitForCondition(
          () -> visit.page.evaluate("window.shown === 'It works'").equals(true));

      visit.by("notify-switch").click();
      assertThat(visit.by("notify-state")).hasText("Off");
      visit.page.keyboard().press("Escape");
      assertThat(visit.by("notifications")).hasAttribute("data-state", "off");
    }
  }

  @Test
  void whereNotificationsAreBlockedItSaysWhereTheSwitchIs() {
    try (Visit visit = visit()) {
      visit.context.addInitScript(UNDECIDED + " Notification.permission = 'denied';");
      visit.open();
      visit.by("notifications").click();
      assertThat(visit.by("notify-state")).hasText("Blocked");
      assertThat(visit.by("notify-text")).containsText("sign to the left of the address");
      assertThat(visit.by("notify-switch")).isHidden();
    }
  }

  @Test
  void ofTwoTabsOneSoundsAndTheOtherTakesOverWhenItGoes() {
    try (Visit visit = visit()) {
      visit.context.addInitScript(COUNT_NOTES);
      visit.open();
      visit.by("composer").click();
      Page other = visit.context.newPage();
      other.navigate(server.origin() + "/a");
      assertThat(other.locator("body[data-connection=online]")).isVisible();
      other.getByTestId("composer").click();

      visit.backend.say(Story.incoming(Story.ring("c1", 45)));
      assertThat(visit.by("ring")).isVisible();
      assertThat(other.getByTestId("ring")).isVisible();
      visit.page.waitForCondition(() -> notes(visit.page) + notes(other) > 0);
      Page sounding = notes(visit.page) > 0 ? visit.page : other;
      Page silent = sounding == other ? visit.page : other;
      assertThat(notes(silent)).isZero();

      sounding.close();
      silent.waitForCondition(() -> notes(silent) > 0);
    }
  }

  private static int notes(Page page) {
    return (Integer) page.evaluate("window.notes");
  }

  @Test
  void pastCallsComeInPagesAndWhatDoesNotComeIsTriedAgain() {
    try (Visit visit = visit()) {
      List<CallSnapshot> calls =
          IntStream.range(0, 12)
              .mapToObj(
                  i ->
                      Story.over(
                          Story.ring("c" + i, 45),
                          CallState.ENDED,
                          CallOutcome.COMPLETED,
                          61,
                          null))
              .toList();
      String path = "GET /api/video-calls/history/applicant_john";
      visit.backend.rest.put(
          path,
          r ->
              r.url().contains("before=")
                  ? new ScriptedBackend.Answer(503, Map.of("code", "unavailable"))
                  : new ScriptedBackend.Answer(200, new CallList(calls.subList(0, 6), "c5")));
      visit.open();
      assertThat(visit.by("history-row")).hasCount(5);
      assertThat(visit.by("history-row").first()).containsText("Elif Kaya");
      assertThat(visit.by("history-row").first()).containsText("1:01");

      visit.by("history-more").click();
      assertThat(visit.by("history-failed")).isVisible();
      visit.backend.rest.put(
          path, r -> new ScriptedBackend.Answer(200, new CallList(calls.subList(6, 12), null)));
      visit.by("history-retry").click();
      assertThat(visit.by("history-row")).hasCount(12);
      assertThat(visit.by("history-more")).isHidden();
      assertThat(visit.by("history-failed")).isHidden();
    }
  }

  @Test
  void leavingIsAskedOnceMoreAndForgetsWhatWasKept() {
    try (Visit visit = visit().open()) {
      visit.page.evaluate("localStorage.setItem('optima.draft', 'x')");
      visit.by("sign-out-open").click();
      visit.by("sign-out-confirm").click();
      assertThat(visit.by("sign-out").getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
          .isVisible();

      visit.backend.rest.put(
          "DELETE /api/sessions/current", r -> new ScriptedBackend.Answer(204, null));
      visit.by("sign-out-confirm").click();
      assertThat(visit.page.locator("body[data-screen=signed_out]")).isVisible();
      assertThat(visit.page.evaluate("localStorage.getItem('optima.draft')")).isNull();
    }
  }

  @Test
  void shortMessagesWaitForEachOtherAndAreDismissed() {
    try (Visit visit = visit().open()) {
      visit.page.evaluate(
          "import('/pages/applicant/toasts.js').then(({Toasts}) => {"
              + " const toasts = window.toasts = new Toasts(); document.body.append(toasts.element);"
              + " for (const key of ['home.online_again', 'history.empty', 'history.failed', 'chat.sent', 'history.empty'])"
              + " toasts.show({key, tone: 'bad'}); })");
      assertThat(visit.by("toast")).hasCount(3);
      visit.by("toast-dismiss").first().focus();
      visit.page.keyboard().press("Escape");
      assertThat(visit.by("toast")).hasCount(3);
      assertThat(visit.by("toast").last()).containsText("Sent");
      for (int i = 3; i > 0; i--) {
        visit.by("toast-dismiss").first().click();
        assertThat(visit.by("toast")).hasCount(i - 1);
      }
    }
  }
}
