package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage.VideoCallEvent;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the backend is told of a call between two pages: what they measure, and what happens to
/// their devices and networks.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallReportsTest {
  private Browsers browsers;
  private PageServer server;
  private MediaRelay relay;
  private Side elif;
  private Side john;

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
  void connect() {
    relay = new MediaRelay();
    CallSnapshot call = Story.then(Story.ring("c1", 45), CallState.CONNECTING);
    elif = side(Role.RECRUITER);
    john = side(Role.APPLICANT);
    elif.signalsTo(john, relay);
    john.signalsTo(elif, relay);
    elif.open(call);
    john.open(call);
    CallSnapshot active = Story.then(call, CallState.ACTIVE);
    for (Side side : List.of(elif, john)) {
      assertThat(side.body("[data-state=connected]")).isVisible(within(30));
      side.backend.live = List.of(active);
      side.backend.say(new ServerMessage.VideoCallStarted(active));
    }
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

  private static LocatorAssertions.IsVisibleOptions within(int seconds) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(seconds * 1000.0);
  }

  private static void until(Side side, BooleanSupplier what) {
    side.page.waitForCondition(what, new Page.WaitForConditionOptions().setTimeout(40_000));
  }

  private static List<VideoCallQuality> reports(Side side) {
    return side.backend.heard(VideoCallQuality.class);
  }

  private static List<CallHappening.Kind> events(Side side) {
    return side.backend.heard(VideoCallEvent.class).stream().map(VideoCallEvent::event).toList();
  }

  @Test
  void allThatWasMeasuredIsReportedAndWhatIsNotThereIsNot() {
    until(elif, () -> reports(elif).size() >= 2);
    VideoCallQuality report = reports(elif).getLast();

    assertThat(report.loss()).isBetween(0.0, 1.0);
    assertThat(report.audioLoss()).isBetween(0.0, 1.0);
    assertThat(report.concealed()).isBetween(0.0, 1.0);
    assertThat(report.buffer()).isBetween(0.0, 2.0);
    assertThat(report.frozen()).isBetween(0.0, 1.0);
    assertThat(report.dropped()).isBetween(0.0, 1.0);
    assertThat(report.sentFps()).isPositive();
    assertThat(report.fps()).isPositive();
    assertThat(report.width()).isPositive();
    assertThat(report.bitrate()).isPositive();
    assertThat(report.limited()).isNotNull();

    john.by("camera").click();
    assertThat(elif.body("[data-remote-video=off]")).isVisible();
    int now = reports(elif).size();
    until(elif, () -> reports(elif).size() >= now + 2);
    VideoCallQuality without = reports(elif).getLast();
    assertThat(without.width()).as("no picture is no bad picture").isNull();
    assertThat(without.fps()).isNull();
    assertThat(without.frozen()).isNull();
    assertThat(without.audioLoss()).isNotNull();

    relay.cut();
    assertThat(elif.body("[data-state=reconnecting]")).isVisible(within(25));
    int cut = reports(elif).size();
    elif.page.waitForTimeout(6_000);
    assertThat(reports(elif)).as("nothing is told while nothing is connected").hasSize(cut);
  }

  @Test
  void devicesAndNetworksAreToldOnceEachAndOnlyWhatLasts() {
    until(john, () -> events(john).size() >= 2);
    assertThat(events(john))
        .containsExactlyInAnyOrder(CallHappening.Kind.MICROPHONE_ON, CallHappening.Kind.CAMERA_ON);
    int begun = events(john).size();

    john.by("mute").click();
    john.by("mute").click();
    john.by("mute").click();
    until(john, () -> events(john).size() > begun);
    john.by("camera").click();
    until(john, () -> events(john).contains(CallHappening.Kind.CAMERA_OFF));
    assertThat(events(john).subList(begun, events(john).size()))
        .containsExactly(CallHappening.Kind.MICROPHONE_OFF, CallHappening.Kind.CAMERA_OFF);

    john.backend.down = true;
    john.backend.cut();
    assertThat(john.page.locator("[data-code=socket_lost]")).isVisible();
    john.page.waitForTimeout(1_500);
    john.backend.down = false;
    until(john, () -> events(john).contains(CallHappening.Kind.ONLINE));
    VideoCallEvent offline =
        john.backend.heard(VideoCallEvent.class).stream()
            .filter(e -> e.event() == CallHappening.Kind.OFFLINE)
            .findFirst()
            .orElseThrow();
    assertThat(offline.ago()).as("told later, as of then").isGreaterThan(1_000);

    relay.cut();
    until(elif, () -> events(elif).contains(CallHappening.Kind.NETWORK_LOST));
    until(elif, () -> events(elif).contains(CallHappening.Kind.ICE_RESTARTED));
    relay.mend();
    until(elif, () -> events(elif).contains(CallHappening.Kind.NETWORK_BACK));
    assertThat(events(elif))
        .doesNotHaveDuplicates()
        .doesNotContain(CallHappening.Kind.OFFLINE, CallHappening.Kind.DEVICE_CHANGED);
  }
}
