package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes wrong around a call has a screen that says what to do, and what can go on goes on.
class CallProblemsTest {

  private static final CallSnapshot CALL = Story.then(Story.ring("c1", 45), CallState.CONNECTING);

  private PageServer server;
  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeEach
  void serve() {
    server = new PageServer();
    opened.add(server);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : opened.reversed()) {
      one.close();
    }
  }

  private Side side(Browsers browsers, Role role, String... permissions) {
    opened.add(browsers);
    return again(browsers, role, permissions);
  }

  private Side again(Browsers browsers, Role role, String... permissions) {
    var options = new Browser.NewContextOptions();
    if (permissions.length > 0) {
      options.setPermissions(List.of(permissions));
    }
    return new Side(
        browsers.browser(),
        server.origin(),
        role == Role.APPLICANT ? Story.JOHN : Story.ELIF,
        role,
        options);
  }

  private static void showing(Side side, String code) {
    assertThat(side.page.locator("[data-testid=problem][data-code=" + code + "]"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
  }

  private static void joins(Side side) {
    side.page.waitForCondition(
        () -> !side.backend.heard(ClientMessage.VideoCallJoined.class).isEmpty());
  }

  @Test
  void withoutCameraAndMicrophoneOneStillJoinsWatchesAndListens() {
    Side john = side(Browsers.withoutDevices(), Role.APPLICANT, "camera", "microphone");
    var devices = Browsers.withDevices();
    Side elif = side(devices, Role.RECRUITER, "camera", "microphone");
    // Two browsers, so two threads of events: each is heard while its page is waited for.
    elif.signalsTo(john, null);
    john.signalsTo(elif, null);
    john.open(CALL);
    showing(john, "no_device");
    joins(john);
    john.by("problem-continue").click();
    elif.open(CALL);
    for (int turn = 0; turn < 60 && !john.body("[data-state=connected]").isVisible(); turn++) {
      elif.page.waitForTimeout(200);
      john.page.waitForTimeout(200);
    }
    assertThat(john.body("[data-state=connected][data-audio=off][data-video=off]")).isVisible();
    john.seesMore(5);
    assertThat(elif.body("[data-remote-video=off]")).isVisible();
    assertThat(elif.by("avatar")).isVisible();
  }

  @Test
  void aDeniedCameraIsExplainedAndTheMicrophoneGoesOn() {
    Side john = side(Browsers.withDevices(), Role.APPLICANT, "microphone");
    john.open(CALL);
    showing(john, "camera_denied");
    joins(john);
    assertThat(john.body("[data-audio=on][data-video=off]")).isVisible();

    john.context.grantPermissions(List.of("camera", "microphone"));
    john.by("problem-retry").click();
    assertThat(john.body("[data-audio=on][data-video=on]")).isVisible();
    assertThat(john.by("problem")).isHidden();
  }

  @Test
  void aDeniedMicrophoneAndBothDeniedAreToldApart() {
    var browsers = Browsers.withDevices();
    Side quiet = side(browsers, Role.APPLICANT, "camera");
    quiet.open(CALL);
    showing(quiet, "microphone_denied");
    joins(quiet);

    Side nothing = again(browsers, Role.APPLICANT);
    nothing.open(CALL);
    showing(nothing, "both_denied");
    nothing.by("problem-continue").click();
    assertThat(nothing.by("problem")).isHidden();
    joins(nothing);
  }

  @ParameterizedTest
  @CsvSource({"404,not_found,not_yours", "409,full,room_full", "401,unauthenticated,not_yours"})
  void aCallThatCannotBeEnteredSaysWhy(int status, String code, String problem) {
    Side john = side(Browsers.withDevices(), Role.APPLICANT, "camera", "microphone");
    john.backend.rest.put(
        "POST /api/video-calls/c1/join",
        request -> new ScriptedBackend.Answer(status, Map.of("code", code, "status", status)));
    john.open(CALL);
    showing(john, problem);
    assertThat(john.body("[data-state=failed]")).isVisible();
    assertThat(john.backend.heard).isEmpty();
  }

  @Test
  void aCallThatIsOverSaysHowLongItWas() {
    Side john = side(Browsers.withDevices(), Role.APPLICANT, "camera", "microphone");
    CallSnapshot over = Story.over(CALL, CallState.ENDED, CallOutcome.COMPLETED, 766, Story.ELIF);
    john.backend.rest.put(
        "POST /api/video-calls/c1/join",
        request ->
            new ScriptedBackend.Answer(409, Map.of("code", "stale", "status", 409, "call", over)));
    john.open(CALL);
    assertThat(john.by("over")).containsText("12:46");
    assertThat(john.body("[data-state=ended]")).isVisible();
  }

  @Test
  void anAddressThatIsNotSecureIsExplained() {
    var browsers = Browsers.withDevices("--host-resolver-rules=MAP optima.test 127.0.0.1");
    Side john = side(browsers, Role.APPLICANT);
    john.page.navigate(server.origin().replace("127.0.0.1", "optima.test") + "/call/c1");
    showing(john, "insecure_origin");
    assertThat(john.body("[data-state=failed]")).isVisible();
  }

  @Test
  void mediaThatFindsNoWayIsExplainedAndTriedOn() {
    var browsers = Browsers.withDevices();
    Side elif = side(browsers, Role.RECRUITER, "camera", "microphone");
    Side john = again(browsers, Role.APPLICANT, "camera", "microphone");
    try (var relay = new MediaRelay()) {
      relay.cut();
      elif.signalsTo(john, relay);
      john.signalsTo(elif, relay);
      elif.open(CALL);
      john.open(CALL);
      assertThat(john.page.locator("[data-code=ice_failed]"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(35_000));
      relay.mend();
      assertThat(john.body("[data-state=connected]"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
      assertThat(john.by("problem")).isHidden();
    }
  }

  @Test
  void aServerThatIsAwayIsWaitedForAndTheCallEntered() {
    Side john = side(Browsers.withDevices(), Role.APPLICANT, "camera", "microphone");
    john.backend.down = true;
    john.open(CALL);
    showing(john, "socket_lost");
    john.backend.down = false;
    joins(john);
    assertThat(john.by("problem")).isHidden();
  }
}
