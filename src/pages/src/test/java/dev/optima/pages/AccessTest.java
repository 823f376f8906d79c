package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ServerMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The page for those who see it with their ears, or reach it with keys.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

  private Browsers browsers;
  private PageServer server;

  @BeforeAll
  void open() {
    browsers = Browsers.withDevices(Browsers.CALM_CAMERA);
    server = new PageServer();
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
      server.close();
    }
  }

  private Visit visit(int width, String language, String... permissions) {
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setPermissions(List.of(permissions));
    Visit visit = new Visit(browsers.browser(), server.origin(), options.setLocale(language));
    visit.backend.rest.put(
        "GET /api/sessions/current", r -> new ScriptedBackend.Answer(200, Story.john(language)));
    return visit;
  }

  @ParameterizedTest
  @CsvSource({"1440,en", "320,tr"})
  void thePageThroughADay(int width, String language) {
    try (Visit visit = visit(width, language, "camera", "microphone")) {
      visit.room.entries.add(Story.text(1, Story.ELIF, "Merhaba John!", Instant.now()));
      visit.room.entries.add(Story.text(2, Story.JOHN, "Hello", Instant.now(), "k2"));
      CallSnapshot ring = Story.ring("c1", 45);
      visit.backend.history.add(
          Story.over(Story.ring("c0", 45), CallState.ENDED, CallOutcome.COMPLETED, 1102, null));
      visit.open();
      Access.isOpen(visit.page, "home");

      visit.by("check").click();
      assertThat(visit.page.locator("[data-testid=check-camera][data-state=ok]")).isVisible();
      Access.isOpen(visit.page, "device check");
      visit.by("check").click();

      visit.by("notifications").click();
      assertThat(visit.by("notify")).isVisible();
      Access.isOpen(visit.page, "notifications");
      visit.page.keyboard().press("Escape");

      visit.by("sign-out-open").click();
      Access.isOpen(visit.page, "signing out");
      visit.page.keyboard().press("Escape");

      visit.backend.say(Story.incoming(ring));
      assertThat(visit.by("ring")).isVisible();
      Access.isOpen(visit.page, "ring");
      visit.backend.say(
          new ServerMessage.VideoCallEnded(
              Story.over(ring, CallState.CANCELLED, CallOutcome.CANCELLED, 0, Story.ELIF)));
      assertThat(visit.by("notice")).isVisible();
      Access.isOpen(visit.page, "notice");
    }
  }

  @ParameterizedTest
  @CsvSource({"1440,tr", "320,en"})
  void thePageWhenThingsGoWrong(int width, String language) {
    try (Visit visit = visit(width, language)) {
      visit.backend.rest.put(
          "GET /api/video-calls/history/applicant_john",
          r -> new ScriptedBackend.Answer(503, Map.of("code", "unavailable")));
      visit.backend.rest.put(
          "PATCH /api/sessions/current",
          r -> new ScriptedBackend.Answer(503, Map.of("code", "unavailable")));
      visit.open();
      assertThat(visit.by("history-failed")).isVisible();
      visit.by("check").click();
      assertThat(visit.by("check-advice")).isVisible();
      visit.by("language-" + (language.equals("tr") ? "en" : "tr")).click();
      assertThat(visit.by("toast")).isVisible();
      Access.isOpen(visit.page, "devices denied, toast, history away");

      visit.backend.down = true;
      visit.backend.cut();
      assertThat(visit.by("offline-banner")).isVisible();
      Access.isOpen(visit.page, "offline");
      visit.page.reload();
      assertThat(visit.page.locator("body[data-screen=offline_start]")).isVisible();
      Access.isOpen(visit.page, "no connection");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "invitation_expired", "invitation_used", "not_found"})
  void theScreensInFront(String code) {
    try (Visit visit = visit(390, "tr")) {
      visit.backend.rest.put(
          "GET /api/sessions/current",
          r -> new ScriptedBackend.Answer(401, Map.of("code", "unauthenticated")));
      visit.backend.rest.put(
          "GET /api/invitations/x",
          r ->
              code.isEmpty()
                  ? new ScriptedBackend.Answer(200, Story.invitation("tr"))
                  : new ScriptedBackend.Answer(410, Map.of("code", code)));
      visit.page.navigate(server.origin() + "/a/x");
      assertThat(visit.page.locator("h1")).isVisible();
      Access.isOpen(visit.page, "gate " + code);
    }
  }

  @Test
  void everythingIsReachedByKeysInTheOrderInWhichItIsRead() {
    try (Visit visit = visit(1440, "en").open()) {
      List<Object> stops = new ArrayList<>();
      for (int i = 0; i < 30 && !stops.contains("send"); i++) {
        visit.page.keyboard().press("Tab");
        stops.add(
            visit.page.evaluate(
                "(e => { const r = getComputedStyle(e); if (r.outlineStyle === 'none') return 'focus is not seen: ' + e.outerHTML;"
                    + " return e.dataset.testid ?? e.tagName; })(document.activeElement)"));
      }
      assertThat(stops)
          .containsSubsequence(
              "language-en",
              "language-tr",
              "notifications",
              "check",
              "foot-notifications",
              "sign-out-open",
              "messages",
              "composer")
          .noneMatch(stop -> stop.toString().startsWith("focus"));
    }
  }

  @Test
  void aDialogKeepsTheKeyboardAndGivesItBack() {
    try (Visit visit = visit(1440, "en").open()) {
      visit.by("notifications").focus();
      visit.page.keyboard().press("Enter");
      assertThat(visit.by("notify")).isVisible();
      for (int i = 0; i < 8; i++) {
        visit.page.keyboard().press(i < 4 ? "Tab" : "Shift+Tab");
        assertThat(inside(visit.page)).isTrue();
      }
      visit.page.keyboard().press("Escape");
      assertThat(visit.by("notify")).isHidden();
      assertThat(visit.by("notifications")).isFocused();
    }
  }

  private static boolean inside(Page page) {
    return (Boolean) page.evaluate("document.activeElement.closest('dialog') !== null");
  }
}
