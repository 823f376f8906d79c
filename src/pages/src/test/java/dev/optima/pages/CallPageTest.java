package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Two call pages in one Chromium, connected to each other, with signals and packets carried by the
/// test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallPageTest {

  private Browsers browsers;
  private PageServer server;
  private MediaRelay relay;
  private Side elif;
  private Side john;
  private CallSnapshot call;

  @BeforeAll
  void open() {
    browsers = Browsers.withDevices("--use-fake-ui-for-media-stream");
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
  void bothSides() {
    relay = new MediaRelay();
    call = Story.then(Story.ring("c1", 45), CallState.CONNECTING);
    elif = side(Role.RECRUITER);
    john = side(Role.APPLICANT);
    elif.signalsTo(john, relay);
    john.signalsTo(elif, relay);
  }

  private Side side(Role role) {
    var options = new Browser.NewContextOptions().setPermissions(List.of("camera", "microphone"));
    return new Side(
        browsers.browser(),
        server.origin(),
        role == Role.APPLICANT ? Story.JOHN : Story.ELIF,
        role,
        options);
  }

  @AfterEach
  void leave() {
    Browsers.leave(elif.context);
    Browsers.leave(john.context);
    relay.close();
  }

  private void connect() {
    elif.open(call);
    john.open(call);
    for (Side side : List.of(elif, john)) {
      assertThat(side.body("[data-state=connected]")).isVisible(within(30));
    }
    call = Story.then(call, CallState.ACTIVE);
    both(new ServerMessage.VideoCallStarted(call));
    elif.backend.live = List.of(call);
    john.backend.live = List.of(call);
    elif.seesMore(5);
    john.seesMore(5);
  }

  private void both(ServerMessage message) {
    elif.backend.say(message);
    john.backend.say(message);
  }

  private static LocatorAssertions.IsVisibleOptions within(int seconds) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(seconds * 1000.0);
  }

  @Test
  void bothSeeAndHearEachOtherAndTheBackendIsTold() {
    connect();

    for (Side side : List.of(elif, john)) {
      side.page.waitForCondition(
          () -> side.number("width") >= 640 && side.number("height") >= 360,
          new Page.WaitForConditionOptions().setTimeout(20_000));
      assertThat(side.body("[data-remote-audio=on][data-remote-video=on]")).isVisible();
      assertThat(side.backend.heard(ClientMessage.VideoCallJoined.class)).isNotEmpty();
      assertThat(side.by("length")).not().hasText("0:00");
      side.page.waitForCondition(
          () -> !side.backend.heard(ClientMessage.VideoCallQuality.class).isEmpty(),
          new Page.WaitForConditionOptions().setTimeout(12_000));
      assertThat(side.page.evaluate("location.hash")).isEqualTo("");
    }
    john.page.waitForCondition(
        () -> !john.backend.heard(ClientMessage.VideoCallAlive.class).isEmpty(),
        new Page.WaitForConditionOptions().setTimeout(15_000));
    assertThat(relay.carried()).isPositive();
    assertThat(elif.by("peer-name")).hasText("John Doe");
    assertThat(john.by("peer-name")).hasText("Elif Kaya");
  }

  @Test
  void muteAndCameraAreSeenOnTheOtherSideAndTheCameraIsReallyOff() {
    connect();

    john.by("mute").click();
    assertThat(elif.body("[data-remote-audio=off]")).isVisible();
    assertThat(elif.by("peer-muted")).isVisible();
    john.by("mute").click();
    assertThat(elif.body("[data-remote-audio=on]")).isVisible();

    john.by("camera").click();
    assertThat(elif.body("[data-remote-video=off]")).isVisible();
    assertThat(elif.by("avatar")).isVisible();
    assertThat(john.page.evaluate("document.querySelector('[data-testid=self-video]').srcObject"))
        .isNull();
    john.by("camera").click();
    assertThat(elif.body("[data-remote-video=on]")).isVisible();
    elif.seesMore(5);

    elif.page.evaluate("window.optimaCall.command({type: 'audio', on: false})");
    assertThat(john.body("[data-remote-audio=off]")).isVisible();
  }

  @Test
  void aCutWireIsHealedByAnIceRestart() {
    connect();
    int offers = elif.offers.size() + john.offers.size();

    relay.cut();
    assertThat(elif.body("[data-state=reconnecting]")).isVisible(within(25));
    assertThat(elif.by("overlay")).isVisible();
    elif.page.waitForCondition(
        () -> elif.offers.size() + john.offers.size() > offers,
        new Page.WaitForConditionOptions().setTimeout(25_000));
    relay.mend();

    for (Side side : List.of(elif, john)) {
      assertThat(side.body("[data-state=connected]")).isVisible(within(40));
      side.seesMore(5);
    }
  }

  @Test
  void aLostLineLeavesTheMediaAloneAndComesBackByItself() {
    connect();
    john.backend.down = true;
    john.backend.cut();
    assertThat(john.page.locator("[data-code=socket_lost]")).isVisible();
    assertThat(john.body("[data-state=connected]")).isVisible();
    john.seesMore(5);

    int joined = john.backend.heard(ClientMessage.VideoCallJoined.class).size();
    john.backend.down = false;
    john.page.waitForCondition(
        () -> john.backend.heard(ClientMessage.VideoCallJoined.class).size() > joined);
    assertThat(john.page.locator("[data-code=socket_lost]")).isHidden();
    elif.seesMore(5);
  }

  @Test
  void aReloadOfEitherSideBringsTheMediaBack() {
    connect();
    for (Side side : List.of(john, elif)) {
      side.page.reload();
      for (Side each : List.of(elif, john)) {
        assertThat(each.body("[data-state=connected]")).isVisible(within(30));
        each.seesMore(5);
        assertThat(each.body("[data-remote-audio=on][data-remote-video=on]")).isVisible();
      }
    }
  }

  @Test
  void theEndStopsCameraAndMicrophoneAndSaysHowLongItWas() {
    connect();
    john.by("hang-up").click();
    john.page.waitForCondition(
        () -> !john.backend.heard(ClientMessage.VideoCallEnd.class).isEmpty());
    call = Story.over(call, CallState.ENDED, CallOutcome.COMPLETED, 766, Story.JOHN);
    both(new ServerMessage.VideoCallEnded(call));

    for (Side side : List.of(elif, john)) {
      assertThat(side.body("[data-state=ended]")).isVisible();
      assertThat(side.by("over")).containsText("12:46");
    }
    int before = elif.backend.heard.size();
    elif.page.waitForTimeout(500);
    assertThat(elif.backend.heard).hasSize(before);
  }

  @Test
  void theNewerPageTakesOverAndTheOlderSaysSo() {
    connect();
    john.backend.say(new ServerMessage.VideoCallAnsweredElsewhere(Side.CALL));
    assertThat(john.body("[data-state=failed][data-problem=elsewhere]")).isVisible();
    john.by("problem-retry").click();
    assertThat(john.body("[data-state=connected]")).isVisible(within(30));
    elif.seesMore(5);
  }

  @Test
  void theConsoleIsToldAndObeyed() {
    elif.context.addInitScript(
        "window.said = []; window.optimaHost = ({request, onSuccess}) => {"
            + " window.said.push(JSON.parse(request)); onSuccess(''); };");
    elif.backend.live = List.of(call);
    elif.page.navigate(server.origin() + "/call/c1?host=console&lang=tr#ticket=oct_elif");
    john.open(call);
    assertThat(elif.body("[data-state=connected]")).isVisible(within(30));
    assertThat(elif.by("hang-up")).isHidden();

    said("said.some(m => m.type === 'state' && m.state === 'connected')");
    said("said.some(m => m.type === 'media' && m.audio && m.video && !m.screen)");
    said("said.some(m => m.type === 'peer' && m.present && m.audio && m.video)");
    said("said.some(m => m.type === 'devices' && m.cameras.length > 0)");
    said("said.some(m => m.type === 'stats' && m.frames_decoded > 0)");
    elif.page.evaluate("optimaCall.command({type: 'video', on: false})");
    said("said.some(m => m.type === 'media' && !m.video)");
    assertThat(john.body("[data-remote-video=off]")).isVisible();
    elif.page.evaluate("optimaCall.command({type: 'hang_up'})");
    elif.page.waitForCondition(
        () -> !elif.backend.heard(ClientMessage.VideoCallEnd.class).isEmpty());
    said("said.some(m => m.type === 'state' && m.state === 'ended')");
  }

  // The page's policy forbids the eval that waitForFunction would need.
  private void said(String condition) {
    elif.page.waitForCondition(() -> Boolean.TRUE.equals(elif.page.evaluate(condition)));
  }

  @Test
  void aSharedScreenTakesThePlaceOfTheCameraAndGivesItBack() {
    connect();
    elif.by("screen").click();
    assertThat(elif.body("[data-screen=on]")).isVisible();
    assertThat(john.body("[data-remote-video=on]")).isVisible();
    assertThat(shown()).isNotEqualTo("camera");
    john.seesMore(5);
    elif.by("camera").click();
    assertThat(elif.body("[data-screen=on][data-video=off]")).isVisible();
    assertThat(john.body("[data-remote-video=on]")).isVisible();

    elif.by("screen").click();
    assertThat(elif.body("[data-screen=off]")).isVisible();
    assertThat(john.body("[data-remote-video=off]")).isVisible();
    elif.by("camera").click();
    john.seesMore(5);
    assertThat(shown()).isEqualTo("camera");
  }

  private Object shown() {
    return elif.page.evaluate(
        "document.querySelector('[data-testid=self-video]').srcObject.getVideoTracks()[0]"
            + ".getSettings().displaySurface ?? 'camera'");
  }

  @Test
  void anotherDeviceIsUsedFromThatMomentOn() {
    connect();
    elif.by("devices").click();
    assertThat(elif.by("device-camera")).isVisible();
    assertThat(elif.by("device-microphone").locator("option")).not().hasCount(0);
    assertThat(elif.by("device-camera").locator("option").first())
        .hasText(Pattern.compile("fake_device.*"));
    elif.page.keyboard().press("Escape");
    assertThat(elif.by("device-camera")).isHidden();
    assertThat(elif.by("devices")).isFocused();
  }
}
