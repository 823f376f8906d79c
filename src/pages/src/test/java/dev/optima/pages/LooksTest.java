package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every screen at every width: nothing sticks out, and a picture of it is left in `target/screens`
/// to be looked at.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LooksTest {

  private static final Path SCREENS = Path.of("target/screens");
  private static final String OVERFLOW =
      "document.documentElement.scrollWidth > document.documentElement.clientWidth";

  /// Text whose contrast to what is behind it is below 4.5 to 1 (3 to 1 if large), as far as
  /// backgrounds are plain.
  private static final String FAINT =
      """
      () => {
        const rgb = c => (c.match(/[\\d.]+/g) ?? []).map(Number);
        const lum = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
        const behind = el => {
          for (let e = el; e; e = e.parentElement) {
            const style = getComputedStyle(e);
            if (style.backgroundImage !== 'none') return null;
            const c = rgb(style.backgroundColor);
            if (c.length === 3 || c[3] === 1) return c;
            if (c[3] > 0) return null;
          }
          return [255, 255, 255];
        };
        const faint = [];
        for (const el of document.querySelectorAll('body *')) {
          const said = [...el.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
          if (!said || !el.checkVisibility({visibilityProperty: true}) || el.closest('.sr-only, :disabled')) continue;
          const back = behind(el);
          if (!back) continue;
          const style = getComputedStyle(el);
          const [a, b] = [lum(rgb(style.color)), lum(back)].sort((x, y) => y - x);
          const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
          if ((a + .05) / (b + .05) < (large ? 3 : 4.5)) faint.push(el.textContent.trim().slice(0, 30) + ' ' + style.color + ' on ' + back);
        }
        return faint;
      }
      """;

  /// Lets what moves come to its end, and pictures and letters arrive, without waiting for a clock.
  private static final String SETTLE =
      """
      async () => {
        const frame = () => new Promise(requestAnimationFrame);
        const near = image => image.loading !== 'lazy' && image.src;
        await frame();
        await document.fonts.ready;
        await Promise.all([...document.images].filter(near).map(image => image.decode().catch(() => {})));
        await frame();
        const ends = animation => Number.isFinite(animation.effect.getComputedTiming().endTime);
        document.getAnimations().filter(ends).forEach(animation => animation.finish());
        await frame();
        await frame();
      }
      """;

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

  private static Browser.NewContextOptions options(int width, int height, String language) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setLocale(language)
        .setPermissions(List.of("camera", "microphone"));
  }

  private static void look(Page page, String name, int width, String language) {
    page.evaluate(SETTLE);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENS.resolve(name + "-" + width + "-" + language + ".png")));
    assertThat(page.evaluate(OVERFLOW)).as("%s at %s sticks out", name, width).isEqualTo(false);
    assertThat((List<?>) page.evaluate(FAINT)).as("%s at %s: faint text", name, width).isEmpty();
  }

  private static void conversation(ScriptedBackend backend) {
    Instant today = Instant.now().minus(Duration.ofMinutes(20));
    Instant before = today.minus(Duration.ofDays(10));
    CallSnapshot done =
        Story.over(Story.ring("c0", 45), CallState.ENDED, CallOutcome.COMPLETED, 1102, Story.ELIF);
    CallSnapshot missed =
        Story.over(Story.ring("cm", 45), CallState.MISSED, CallOutcome.NO_ANSWER, 0, null);
    List<ChatEntry> entries =
        List.of(
            Story.event(1, done, before),
            Story.text(2, Story.ELIF, "Merhaba John, bugün 14:00 size uygun mu?", today),
            Story.text(
                3,
                Story.ELIF,
                "Ayrıntılar: https://example.org/interviews/first-interview-with-the-team?id=12345",
                today.plusSeconds(30)),
            Story.text(4, Story.JOHN, "Great, 14:00 works for me", today.plusSeconds(90), "k4"),
            Story.event(5, missed, today.plusSeconds(400)),
            Story.text(6, Story.JOHN, "Sorry, I am back now.", today.plusSeconds(500), "k6"));
    backend.entries.addAll(entries);
    backend.history.addAll(List.of(missed, done));
    backend.room.read = 4;
    backend.room.delivered = 6;
    backend.afterWelcome.add(new ServerMessage.Presence(Story.ELIF, Story.ROOM, true, 1));
  }

  @ParameterizedTest
  @CsvSource({"1440,900,tr", "1440,900,en", "390,844,tr", "390,844,en", "320,640,tr", "320,640,en"})
  void theApplicantsPage(int width, int height, String language) {
    BrowserContext context = browsers.browser().newContext(options(width, height, language));
    var backend = new ScriptedBackend(context, Story.JOHN, Role.APPLICANT);
    backend.rest.put(
        "GET /api/sessions/current", r -> new ScriptedBackend.Answer(200, Story.john(language)));
    backend.rest.put(
        "POST /api/video-calls/c1/join",
        r -> new ScriptedBackend.Answer(503, Map.of("code", "unavailable", "status", 503)));
    conversation(backend);
    Page page = context.newPage();
    Strict.watch(page);
    page.navigate(server.origin() + "/a");
    assertThat(page.locator("body[data-connection=online]")).isVisible();
    assertThat(page.getByTestId("history-row")).hasCount(2);
    look(page, "home", width, language);

    page.getByTestId("check").click();
    assertThat(page.locator("[data-testid=check-camera][data-state=ok]")).isVisible();
    look(page, "check", width, language);
    page.getByTestId("check").click();

    CallSnapshot ring = Story.ring("c1", 38);
    backend.say(Story.incoming(ring));
    assertThat(page.getByTestId("ring")).isVisible();
    look(page, "ring", width, language);

    CallSnapshot active = Story.then(Story.then(ring, CallState.CONNECTING), CallState.ACTIVE);
    backend.say(
        new ServerMessage.VideoCallEnded(
            Story.over(ring, CallState.CANCELLED, CallOutcome.CANCELLED, 0, Story.ELIF)));
    assertThat(page.getByTestId("notice")).isVisible();
    look(page, "cancelled", width, language);

    backend.live = List.of(Story.then(active, CallState.ACTIVE));
    backend.down = true;
    backend.cut();
    page.getByTestId("composer").fill("Offline\nwritten");
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("offline-banner")).isVisible();
    look(page, "offline", width, language);
    Browsers.leave(context);
  }

  private static void richConversation(ScriptedRoom room) {
    Instant start = Instant.now().minus(Duration.ofMinutes(30));
    CallSnapshot active =
        Story.then(Story.then(Story.ring("cl", 45), CallState.CONNECTING), CallState.ACTIVE);
    CallSnapshot missed =
        Story.over(Story.ring("cm", 45), CallState.MISSED, CallOutcome.OFFLINE, 0, null);
    room.entries.addAll(
        List.of(
            Story.text(
                1, Story.ELIF, "Hello John, could you send us the code sample and a photo?", start),
            Story.text(2, Story.JOHN, "Hello Elif, I am back from my trip. Here it is.", start, "k")
                .withAttachments(
                    List.of(
                        ScriptedFiles.attachment("f1", "order-book.zip", 248_000),
                        ScriptedFiles.attachment("f2", "ofis-fotoğrafı.png", 1_248_000))),
            Story.answering(
                Story.text(3, Story.ELIF, "Thank you! Shall we say 14:00?", start.plusSeconds(90)),
                new MessageId("m2")),
            Story.text(4, Story.ELIF, "Bu mesaj geri alınacak", start.plusSeconds(100)),
            Story.started(5, active, start.plusSeconds(200)),
            Story.text(6, Story.ELIF, "", start.plusSeconds(300))
                .withAttachments(
                    List.of(
                        ScriptedFiles.attachment(
                            "f3",
                            "Çok uzun bir dosya adı ki hiçbir yere sığmaz ama sonu görünmeli.pdf",
                            2_400_000))),
            Story.event(7, missed, start.plusSeconds(400)),
            Story.text(8, Story.ELIF, "We tried to reach you.", start.plusSeconds(410))));
    room.changed(4, Story::deleted);
    room.changed(3, entry -> Story.edited(entry, "Thank you! Shall we say 14:30?"));
    room.reacted(2, Story.ELIF, "👍", false);
    room.reacted(2, Story.JOHN, "🎉", false);
    room.read = 2;
    room.ownRead = 6;
  }

  @ParameterizedTest
  @CsvSource({"1440,900,tr", "1440,900,en", "390,844,tr", "390,844,en", "320,640,tr", "320,640,en"})
  void theChat(int width, int height, String language) {
    try (var john =
        new Visit(browsers.browser(), server.origin(), options(width, height, language))) {
      john.backend.rest.put(
          "GET /api/sessions/current", r -> new ScriptedBackend.Answer(200, Story.john(language)));
      richConversation(john.room);
      john.context.addInitScript("document.hasFocus = () => false");
      john.open();
      john.by("composer").scrollIntoViewIfNeeded();
      john.backend.say(new ServerMessage.ChatTyping(Story.ROOM, Story.ELIF, "Elif Kaya"));
      assertThat(john.page.getByTestId("new-line")).isVisible();
      look(john.page, "chat", width, language);

      john.by("messages").evaluate("list => { list.scrollTop = 0; }");
      john.message(2).locator(".body").click();
      john.by("tool-react").click();
      look(john.page, "chat-react", width, language);
      john.page.keyboard().press("Escape");
      john.by("tool-delete").click();
      look(john.page, "chat-delete", width, language);
      john.message(3).locator(".body").click();
      john.by("tool-reply").click();
      john.room.files.refused.put("büyük.mov", "too_large");
      john.room.files.piecesUntilBreak = 1;
      john.by("file-input")
          .setInputFiles(
              new FilePayload[] {
                new FilePayload("büyük.mov", "video/quicktime", new byte[9]),
                new FilePayload("özgeçmiş.pdf", "application/pdf", new byte[40_000]),
                new FilePayload("photo.png", "image/png", new byte[2_000])
              });
      john.by("composer").fill("Two lines\nof text");
      assertThat(john.page.locator("[data-testid=tray-file][data-state=waiting]").first())
          .isVisible();
      look(john.page, "chat-tray", width, language);

      john.by("search-open").click();
      john.by("search-input").fill("th");
      assertThat(john.page.getByTestId("hit").first()).isVisible();
      look(john.page, "chat-search", width, language);
      john.by("search-close").click();
      john.by("messages").evaluate("list => { list.scrollTop = 0; }");
      john.by("picture").first().click();
      look(john.page, "chat-large", width, language);
    }
  }

  @ParameterizedTest
  @CsvSource({"1440,900,tr", "390,844,en", "320,640,tr"})
  void theScreensInFront(int width, int height, String language) {
    for (String code : List.of("", "invitation_expired", "invitation_used", "not_found")) {
      BrowserContext context = browsers.browser().newContext(options(width, height, language));
      var backend = new ScriptedBackend(context, Story.JOHN, Role.APPLICANT);
      backend.rest.put(
          "GET /api/sessions/current",
          r -> new ScriptedBackend.Answer(401, Map.of("code", "unauthenticated")));
      backend.rest.put(
          "GET /api/invitations/x",
          r ->
              code.isEmpty()
                  ? new ScriptedBackend.Answer(200, Story.invitation(language))
                  : new ScriptedBackend.Answer(410, Map.of("code", code)));
      Page page = context.newPage();
      Strict.watch(page);
      page.navigate(server.origin() + "/a/x");
      assertThat(page.locator("h1")).isVisible();
      look(page, "gate-" + (code.isEmpty() ? "invited" : code), width, language);
      Browsers.leave(context);
    }
  }

  @ParameterizedTest
  @CsvSource({"1440,900,tr", "1440,900,en", "390,844,tr", "844,390,en", "320,640,en"})
  void theCall(int width, int height, String language) {
    Side elif =
        new Side(
            browsers.browser(),
            server.origin(),
            Story.ELIF,
            Role.RECRUITER,
            options(1280, 720, "en"));
    Side john =
        new Side(
            browsers.browser(),
            server.origin(),
            Story.JOHN,
            Role.APPLICANT,
            options(width, height, language));
    john.speak(language);
    elif.signalsTo(john, null);
    john.signalsTo(elif, null);
    CallSnapshot call = Story.then(Story.ring("c1", 45), CallState.CONNECTING);
    john.open(call);
    assertThat(john.body("[data-state=connecting]")).isVisible();
    look(john.page, "call-waiting", width, language);
    elif.open(call);
    assertThat(john.body("[data-state=connected]")).isVisible();
    call = Story.then(call, CallState.ACTIVE);
    john.backend.say(new ServerMessage.VideoCallStarted(call));
    john.seesMore(12);
    look(john.page, "call", width, language);
    john.by("devices").click();
    look(john.page, "call-devices", width, language);
    john.page.keyboard().press("Escape");
    elif.by("camera").click();
    elif.by("mute").click();
    john.by("mute").click();
    john.by("camera").click();
    assertThat(john.body("[data-remote-video=off]")).isVisible();
    look(john.page, "call-off", width, language);
    john.backend.down = true;
    john.backend.cut();
    assertThat(john.page.locator("[data-code=socket_lost]")).isVisible();
    look(john.page, "call-socket-lost", width, language);
    john.backend.down = false;
    assertThat(john.body("[data-socket=up]")).isVisible();
    john.backend.say(
        new ServerMessage.VideoCallEnded(
            Story.over(call, CallState.ENDED, CallOutcome.COMPLETED, 766, Story.ELIF)));
    assertThat(john.by("over")).isVisible();
    look(john.page, "call-over", width, language);
    Browsers.leave(elif.context);
    Browsers.leave(john.context);
  }

  @ParameterizedTest
  @CsvSource({"1440,900,en", "390,844,tr", "320,640,en", "844,390,tr"})
  void theProblems(int width, int height, String language) {
    Map<String, List<String>> permissions =
        Map.of(
            "camera_denied", List.of("microphone"),
            "microphone_denied", List.of("camera"),
            "both_denied", List.of("geolocation"));
    permissions.forEach(
        (code, granted) -> {
          Side john =
              new Side(
                  browsers.browser(),
                  server.origin(),
                  Story.JOHN,
                  Role.APPLICANT,
                  options(width, height, language).setPermissions(granted));
          john.speak(language);
          john.open(Story.then(Story.ring("c1", 45), CallState.CONNECTING));
          assertThat(john.page.locator("[data-testid=problem][data-code=" + code + "]"))
              .isVisible();
          look(john.page, "problem-" + code, width, language);
          if (code.equals("both_denied")) {
            john.backend.say(new ServerMessage.VideoCallAnsweredElsewhere(Side.CALL));
            assertThat(john.page.locator("[data-code=elsewhere]")).isVisible();
            look(john.page, "problem-elsewhere", width, language);
          }
          Browsers.leave(john.context);
        });
  }
}
