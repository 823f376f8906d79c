package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.Redeemed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The applicant's page: the invitation, the ring, the chat.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicantPageTest {

  private Browsers browsers;
  private PageServer server;
  private BrowserContext context;
  private Page page;
  private ScriptedBackend backend;

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

  @BeforeEach
  void person() {
    context = browsers.browser().newContext();
    page = context.newPage();
    Strict.watch(page);
    backend = new ScriptedBackend(context, Story.JOHN, Role.APPLICANT);
  }

  @AfterEach
  void leave() {
    Browsers.leave(context);
  }

  private Locator by(String id) {
    return page.getByTestId(id);
  }

  private void home() {
    page.navigate(server.origin() + "/a");
    assertThat(page.locator("body[data-connection=online]")).isVisible();
  }

  @Test
  void theLinkShowsWhoInvitesAndIsUsedByThePressOfAButtonOnly() {
    backend.rest.put("GET /api/sessions/current", r -> problem(401, "unauthenticated"));
    backend.rest.put(
        "GET /api/invitations/code1", r -> new ScriptedBackend.Answer(200, Story.invitation("tr")));
    backend.rest.put(
        "POST /api/invitations/code1",
        r -> {
          backend.rest.put(
              "GET /api/sessions/current",
              again -> new ScriptedBackend.Answer(200, Story.john("tr")));
          return new ScriptedBackend.Answer(
              201, new Redeemed(Story.JOHN, Story.ROOM, "John Doe", "tr", "Europe/Berlin"));
        });

    page.navigate(server.origin() + "/a/code1");
    assertThat(by("inviter")).hasText("Elif Kaya sizi davet ediyor");
    assertThat(backend.requests).doesNotContain("POST /api/invitations/code1");

    by("redeem").click();
    assertThat(page.locator("body[data-screen=home][data-connection=online]")).isVisible();
    assertThat(page).hasURL(server.origin() + "/a");
  }

  @ParameterizedTest
  @CsvSource({
    "410,invitation_expired,expired",
    "410,invitation_used,used",
    "404,not_found,unknown"
  })
  void aLinkThatDoesNotOpenSaysWhatToDo(int status, String code, String screen) {
    backend.rest.put("GET /api/sessions/current", r -> problem(401, "unauthenticated"));
    backend.rest.put("GET /api/invitations/code1", r -> problem(status, code));

    page.navigate(server.origin() + "/a/code1");

    assertThat(page.locator("body[data-screen=" + screen + "]")).isVisible();
    assertThat(page.locator("h1")).isVisible();
  }

  @Test
  void whoHasBeenHereGoesStraightIn() {
    backend.rest.put("GET /api/invitations/code1", r -> problem(410, "invitation_used"));

    page.navigate(server.origin() + "/a/code1");

    assertThat(page.locator("body[data-screen=home]")).isVisible();
  }

  @Test
  void aServerThatIsAwayIsWaitedFor() {
    backend.down = true;
    page.navigate(server.origin() + "/a");
    assertThat(page.locator("body[data-screen=offline_start]")).isVisible();

    backend.down = false;
    assertThat(page.locator("body[data-screen=home][data-connection=online]")).isVisible();
  }

  @Test
  void itRingsUntilItIsAcceptedAndThenTheCallOpens() {
    CallSnapshot ring = Story.ring("c1", 45);
    backend.rest.put("POST /api/video-calls/c1/join", r -> problem(503, "unavailable"));
    home();
    backend.say(Story.incoming(ring));

    assertThat(by("ring")).isVisible();
    assertThat(by("ring-caller")).hasText("Elif Kaya is calling…");
    assertThat(page).hasTitle(java.util.regex.Pattern.compile("Elif Kaya"));
    assertThat(by("accept")).isFocused();

    page.keyboard().press("Enter");
    page.waitForCondition(() -> !backend.heard(ClientMessage.VideoCallAccept.class).isEmpty());
    assertThat(page.locator("body[data-ring=answering]")).isVisible();

    backend.say(Story.ready(Story.then(ring, CallState.CONNECTING), server.origin()));
    assertThat(by("call-frame")).isVisible();
    assertThat(by("ring")).isHidden();
    assertThat(page).hasTitle("Optima");

    CallSnapshot over =
        Story.over(
            Story.then(Story.then(ring, CallState.CONNECTING), CallState.ACTIVE),
            CallState.ENDED,
            CallOutcome.COMPLETED,
            1102,
            Story.ELIF);
    backend.say(new ServerMessage.VideoCallEnded(over));
    assertThat(by("call-frame")).isHidden();
    assertThat(by("notice")).containsText("The call has ended · 18:22");
    assertThat(by("notice")).containsText("Elif Kaya hung up.");
  }

  @Test
  void anAnswerThatWasLostIsGivenAgain() {
    CallSnapshot ring = Story.ring("c1", 45);
    backend.rest.put("POST /api/video-calls/c1/join", r -> problem(409, "too_early"));
    home();
    backend.say(Story.incoming(ring));
    by("accept").click();

    page.waitForCondition(() -> backend.heard(ClientMessage.VideoCallAccept.class).size() >= 2);
    backend.say(Story.ready(Story.then(ring, CallState.CONNECTING), server.origin()));
    assertThat(by("call-frame")).isVisible();
  }

  @Test
  void theKeyboardStaysInTheDialogAndEscapeDecidesNothing() {
    home();
    backend.say(Story.incoming(Story.ring("c1", 45)));
    assertThat(by("accept")).isFocused();
    for (int i = 0; i < 5; i++) {
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement.closest('[data-testid=ring]') !== null"))
          .isEqualTo(true);
    }
    page.keyboard().press("Escape");
    page.keyboard().press("Escape");
    assertThat(by("ring")).isVisible();
  }

  @Test
  void aKeyMeantForAMessageAnswersNoCall() {
    home();
    by("composer").fill("I am writ");
    by("composer").focus();
    backend.say(Story.incoming(Story.ring("c1", 45)));
    assertThat(by("ring")).isVisible();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("body[data-ring=ringing]")).isVisible();
    assertThat(backend.heard(ClientMessage.VideoCallAccept.class)).isEmpty();
  }

  @Test
  void rejectingStopsItAtOnceAndOffersToWrite() {
    home();
    backend.say(Story.incoming(Story.ring("c1", 45)));
    by("reject").click();

    assertThat(by("ring")).isHidden();
    page.waitForCondition(() -> backend.heard(ClientMessage.VideoCallReject.class).size() == 1);
    assertThat(by("notice")).hasAttribute("data-kind", "rejected");
    by("notice").getByText("Write a message").click();
    assertThat(by("composer")).isFocused();
  }

  @Test
  void itIsHeardAndFallsSilentAtOnce() {
    context.addInitScript(
        "window.notes = [];"
            + " const start = OscillatorNode.prototype.start;"
            + " OscillatorNode.prototype.start = function (at) { window.notes.push(this); return start.call(this, at); };"
            + " const stop = OscillatorNode.prototype.stop;"
            + " OscillatorNode.prototype.stop = function (at) { this.silenced = at === undefined; return stop.call(this, at); };");
    home();
    by("composer").click();
    backend.say(Story.incoming(Story.ring("c1", 45)));
    page.waitForCondition(() -> page.evaluate("notes.length").equals(4));
    assertThat(by("enable-sound")).isHidden();
    by("reject").click();
    page.waitForCondition(() -> page.evaluate("notes.every(note => note.silenced)").equals(true));
  }

  @Test
  void whoLooksElsewhereIsNotifiedAndAClickBringsThemBack() {
    context.addInitScript(
        "window.notices = []; document.hasFocus = () => false;"
            + " window.Notification = class { static permission = 'granted';"
            + " constructor(title, options) { Object.assign(this, options, {title}); notices.push(this); }"
            + " close() { this.closed = true; } };");
    home();
    assertThat(by("notifications")).hasAttribute("data-permission", "granted");
    CallSnapshot ring = Story.ring("c1", 45);
    backend.say(Story.incoming(ring));
    page.waitForCondition(
        () -> page.evaluate("notices[0]?.title ?? ''").equals("Elif Kaya is calling…"));
    backend.say(new ServerMessage.VideoCallAnsweredElsewhere(ring.callId()));
    page.waitForCondition(() -> page.evaluate("notices[0].closed ?? false").equals(true));

    backend.say(
        new ServerMessage.ChatMessage(Story.text(1, Story.ELIF, "Are you there?", Instant.now())));
    page.waitForCondition(() -> page.evaluate("notices[1]?.body ?? ''").equals("Are you there?"));
    assertThat(page).hasTitle("(1) Optima");
  }

  @Test
  void itStopsWhenAnotherDeviceAnswers() {
    home();
    CallSnapshot ring = Story.ring("c1", 45);
    backend.say(Story.incoming(ring));
    assertThat(by("ring")).isVisible();

    backend.say(new ServerMessage.VideoCallAnsweredElsewhere(ring.callId()));

    assertThat(by("ring")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(1_000));
    assertThat(by("notice")).hasAttribute("data-kind", "elsewhere");
  }

  @Test
  void itStopsByItselfWhenTheTimeIsOverThoughTheServerIsSilent() {
    home();
    backend.say(Story.incoming(Story.ring("c1", 2)));
    assertThat(by("ring")).isVisible();
    backend.down = true;
    backend.cut();

    assertThat(by("ring")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(4_000));
    assertThat(by("notice")).hasAttribute("data-kind", "no_answer");
  }

  @Test
  void itStopsWhenTheCallerThinksBetterOfIt() {
    home();
    CallSnapshot ring = Story.ring("c1", 45);
    backend.say(Story.incoming(ring));
    backend.say(
        new ServerMessage.VideoCallEnded(
            Story.over(ring, CallState.CANCELLED, CallOutcome.CANCELLED, 0, Story.ELIF)));

    assertThat(by("notice")).hasAttribute("data-kind", "cancelled");
    assertThat(by("ring")).isHidden();
  }

  @Test
  void aLateRingOfACallThatIsOverNeverRings() {
    home();
    CallSnapshot ring = Story.ring("c1", 45);
    backend.say(
        new ServerMessage.VideoCallEnded(
            Story.over(ring, CallState.CANCELLED, CallOutcome.CANCELLED, 0, Story.ELIF)));
    backend.say(Story.incoming(ring));
    backend.say(Story.incoming(Story.ring("c0", -1)));
    backend.say(new ServerMessage.Pong(Instant.now()));

    page.waitForTimeout(300);
    assertThat(by("ring")).isHidden();
    assertThat(page.locator("body[data-ring=none]")).isVisible();
  }

  @Test
  void aRingThatBeganWhileThePageWasAwayRingsOnArrival() {
    backend.live = List.of(Story.ring("c1", 30));
    home();
    assertThat(by("ring")).isVisible();
  }

  @Test
  void aReloadGoesBackIntoTheCallAndAnotherTabOffersIt() {
    CallSnapshot ring = Story.ring("c1", 45);
    CallSnapshot connecting = Story.then(ring, CallState.CONNECTING);
    backend.rest.put(
        "POST /api/video-calls/c1/join",
        r ->
            new ScriptedBackend.Answer(
                201,
                Map.of(
                    "call_id",
                    "c1",
                    "provider",
                    "direct",
                    "join_url",
                    server.origin() + "/call/c1#ticket=oct_x",
                    "ice_servers",
                    List.of())));
    home();
    backend.say(Story.incoming(ring));
    by("accept").click();
    backend.say(Story.ready(connecting, server.origin()));
    assertThat(by("call-frame")).isVisible();

    backend.live = List.of(Story.then(connecting, CallState.ACTIVE));
    page.reload();
    assertThat(by("call-frame")).isVisible();
    assertThat(backend.requests).contains("POST /api/video-calls/c1/join");

    Page other = context.newPage();
    other.navigate(server.origin() + "/a");
    assertThat(other.getByTestId("rejoin")).isVisible();
    assertThat(other.getByTestId("call-frame")).isHidden();
    other.getByTestId("join").click();
    assertThat(other.getByTestId("call-frame")).isVisible();
  }

  @Test
  void whatIsWrittenOfflineIsSentOnceAndInOrderWhenTheLineIsBack() {
    home();
    backend.down = true;
    backend.cut();
    assertThat(by("offline-banner")).isVisible();
    for (String text : List.of("one", "two", "three")) {
      by("composer").fill(text);
      page.keyboard().press("Enter");
    }
    assertThat(page.locator("[data-testid=message][data-status=pending]")).hasCount(3);

    backend.down = false;
    assertThat(page.locator("[data-testid=message][data-status=sent]")).hasCount(3);
    assertThat(by("offline-banner")).isHidden();
    assertThat(backend.heard(ClientMessage.ChatSend.class))
        .extracting(ClientMessage.ChatSend::body)
        .containsExactly("one", "two", "three");

    backend.say(new ServerMessage.ChatStatus(Story.ROOM, Story.ELIF, 3L, 1L));
    assertThat(page.locator("[data-testid=message][data-status=read]")).hasCount(1);
    assertThat(page.locator("[data-testid=message][data-status=delivered]")).hasCount(2);
  }

  @Test
  void whatWasNotSentSurvivesAReload() {
    home();
    backend.down = true;
    backend.cut();
    by("composer").fill("still here");
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-status=pending]")).hasCount(1);
    page.reload();
    backend.down = false;
    assertThat(page.locator("[data-testid=message][data-status=sent]"))
        .hasText(java.util.regex.Pattern.compile("still here"));
    assertThat(backend.heard(ClientMessage.ChatSend.class)).hasSize(1);
  }

  @Test
  void aHoleInTheSequenceIsFilledAndTheLineResumesFromWhatIsThere() {
    Instant now = Instant.now();
    backend.entries.add(Story.text(1, Story.ELIF, "first", now));
    home();
    backend.entries.add(Story.text(2, Story.ELIF, "second", now));
    backend.entries.add(Story.text(3, Story.ELIF, "third", now));
    backend.say(new ServerMessage.ChatMessage(backend.entries.get(2)));

    assertThat(by("message"))
        .hasText(
            List.of("first", "second", "third").stream()
                .map(text -> java.util.regex.Pattern.compile(text))
                .toArray(java.util.regex.Pattern[]::new));

    backend.cut();
    page.waitForCondition(() -> backend.heard(ClientMessage.Hello.class).size() == 2);
    assertThat(backend.heard(ClientMessage.Hello.class).getLast().lastSeq())
        .isEqualTo(Map.of("applicant_john", 3L));
    page.waitForCondition(
        () -> backend.heard(ClientMessage.ChatRead.class).stream().anyMatch(r -> r.seq() == 3));
  }

  @Test
  void olderMessagesComeOnScrollingUp() {
    Instant start = Instant.now().minus(Duration.ofDays(3));
    for (long seq = 1; seq <= 120; seq++) {
      backend.entries.add(
          Story.text(seq, Story.ELIF, "message " + seq, start.plusSeconds(seq * 1800)));
    }
    home();
    assertThat(by("message")).hasCount(50);
    assertThat(by("message").last()).isInViewport();

    by("messages").evaluate("list => { list.scrollTop = 0; }");
    assertThat(by("message")).hasCount(100);
    assertThat(page.getByText("message 71", new Page.GetByTextOptions().setExact(true)))
        .isInViewport();
  }

  @Test
  void linksInMessagesAreLinksAndMarkupIsText() {
    backend.entries.add(
        Story.text(
            1,
            Story.ELIF,
            "<b>x</b> see https://example.org/a?b=1. javascript:alert(1)",
            Instant.now()));
    home();
    Locator link = by("message").locator("a");
    assertThat(link).hasCount(1);
    assertThat(link).hasAttribute("href", "https://example.org/a?b=1");
    assertThat(link).hasAttribute("rel", "noopener noreferrer");
    assertThat(by("message")).containsText("<b>x</b>");
  }

  @Test
  void theLanguageIsSwitchedAndKept() {
    home();
    assertThat(page.getByText("Past calls")).isVisible();
    by("language-tr").click();
    assertThat(page.getByText("Geçmiş aramalar")).isVisible();
    assertThat(page.locator("html")).hasAttribute("lang", "tr");
    page.waitForCondition(() -> backend.requests.contains("PATCH /api/sessions/current"));
    backend.say(Story.incoming(Story.ring("c1", 45)));
    assertThat(by("ring-caller")).hasText("Elif Kaya arıyor…");
  }

  @Test
  void theListOfCallsSaysWhatBecameOfEach() {
    CallSnapshot old = Story.ring("c0", 45);
    backend.history.add(Story.over(old, CallState.MISSED, CallOutcome.NO_ANSWER, 0, null));
    backend.history.add(
        Story.over(Story.ring("cx", 45), CallState.ENDED, CallOutcome.COMPLETED, 1102, Story.ELIF));
    home();
    assertThat(by("history-row")).hasCount(2);
    assertThat(by("history-row").first()).containsText("Missed");
    assertThat(by("history-row").last()).containsText("18:22");
  }

  @Test
  void aSessionThatIsRevokedSaysSo() {
    home();
    backend.rest.put("GET /api/sessions/current", r -> problem(401, "unauthenticated"));
    backend.rest.put(
        "GET /api/rooms/applicant_john/messages", r -> problem(401, "unauthenticated"));
    page.reload();
    assertThat(page.locator("body[data-screen=signed_out]")).isVisible();
  }

  private static ScriptedBackend.Answer problem(int status, String code) {
    return new ScriptedBackend.Answer(status, Map.of("code", code, "status", status));
  }
}
