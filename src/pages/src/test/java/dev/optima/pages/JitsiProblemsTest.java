package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.scripted.Failures;
import dev.optima.scripted.Frame;
import dev.optima.scripted.Trouble;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A Jitsi that is down, keeps its frames to itself, or refuses says so on its own screen, with the
/// way on over the built-in call where it is allowed.
class JitsiProblemsTest {
  @RegisterExtension static final HostedCall hosted = new HostedCall();

  private static void shows(HostedSide side, String code, int seconds) {
    assertThat(side.problem(code))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(seconds * 1000.0));
  }

  private static List<ClientMessage.VideoCallJoined> joined(HostedSide side) {
    return side.backend.heard(ClientMessage.VideoCallJoined.class);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_SCRIPT,provider_down",
    "LATE_SCRIPT,provider_down",
    "ODD_SCRIPT,provider_down",
    "NO_FRAMES,provider_blocked",
    "NO_ANCESTORS,provider_blocked"
  })
  void aServerThatDoesNotServeIsExplained(Trouble trouble, String code) {
    hosted.jitsi.suffer(trouble);
    HostedSide john = hosted.john();
    john.open(hosted.call);
    shows(john, code, 25);
    assertThat(john.by("problem-fallback")).isVisible();
    assertThat(john.by("overlay")).isHidden();
    assertThat(joined(john)).as("nobody is in a room that there is not").isEmpty();
    Access.isOpen(john.page, code);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(Failures.notAllowed(), "provider_refused"),
        Arguments.of(Failures.noToken(), "provider_login"),
        Arguments.of(Failures.conference("conference.authenticationRequired"), "provider_login"),
        Arguments.of(Failures.noBridge(), "provider_down"),
        Arguments.of(Failures.conference("conference.max_users"), "provider_full"),
        Arguments.of(Failures.passwordRequired("Invalid signature"), "provider_refused"),
        Arguments.of(Failures.passwordRequired("invalid 'aud' claim"), "provider_refused"),
        Arguments.of(Failures.passwordRequired(null), "provider_refused"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void eachRefusalHasItsScreenByName(ObjectNode error, String code) {
    hosted.jitsi.suffer(Trouble.NEVER_JOINS);
    HostedSide john = hosted.john();
    john.open(hosted.call);
    refuse(john, error);
    shows(john, code, 20);
    assertThat(john.by("problem-fallback")).isVisible();
    assertThat(joined(john)).isEmpty();
  }

  /// Every frame of this side says so: the page may have tried again with another token.
  private void refuse(HostedSide side, ObjectNode error) {
    side.until(
        () ->
            !side.tickets.given.isEmpty()
                && hosted.jitsi.frames().stream()
                    .anyMatch(one -> one.token().equals(side.tickets.given.getLast())));
    Frame first = side.frame();
    first.fail(error);
    side.page.waitForTimeout(1_500);
    if (side.frame() != first) {
      side.frame().fail(error);
    }
  }

  @Test
  void whereNoOtherWayIsAllowedNoneIsOffered() {
    hosted.jitsi.suffer(Trouble.NO_SCRIPT);
    HostedSide john = hosted.john();
    john.tickets.fallback = false;
    john.open(hosted.call);
    shows(john, "provider_down", 20);
    assertThat(john.by("problem-fallback")).isHidden();
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"NO_SCRIPT"})
  void bothGoOnOverTheBuiltInCall(Trouble trouble) {
    HostedSide elif = hosted.elif();
    elif.join(hosted.call);
    hosted.jitsi.suffer(trouble);
    HostedSide john = hosted.john();
    john.open(hosted.call);
    shows(john, "provider_down", 20);
    for (HostedSide side : List.of(elif, john)) {
      side.backend.rest.put(
          "POST /api/video-calls/c1/join", asked -> new ScriptedBackend.Answer(201, direct()));
    }
    john.backend.rest.put(
        "POST /api/video-calls/c1/fallback",
        asked -> {
          elif.backend.say(ready());
          john.backend.say(ready());
          return new ScriptedBackend.Answer(200, direct());
        });
    carry(elif, john);
    carry(john, elif);
    john.by("problem-fallback").click();

    for (HostedSide side : List.of(john, elif)) {
      assertThat(side.body("[data-carrier=direct]")).isVisible();
      assertThat(side.body("[data-state=connected]"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
      assertThat(side.page.locator("iframe")).hasCount(0);
    }
  }

  private JoinTicket direct() {
    return JoinTicket.direct(
        Side.CALL, hosted.server.origin() + "/call/c1#ticket=oct_again", List.of());
  }

  private ServerMessage ready() {
    return ServerMessage.VideoCallReady.of(direct(), hosted.call);
  }

  private static void carry(HostedSide from, HostedSide to) {
    from.backend.listener =
        message -> {
          if (message instanceof ClientMessage.RtcSignal signal) {
            to.backend.say(new ServerMessage.RtcSignal(Side.CALL, from.user(), signal.signal()));
          }
        };
  }

  @Test
  void aLostConnectionWithinTheFrameIsNotTheEnd() {
    hosted.jitsi.attend(JitsiTickets.ROOM, "Elif Kaya");
    HostedSide john = hosted.john();
    Frame frame = john.join(hosted.call);
    hosted.active();
    assertThat(john.body("[data-state=connected]")).isVisible();
    frame.say("data-channel-closed");
    frame.say("p2p-status-changed", Frame.node().put("isP2p", false));
    frame.say("peer-connection-failure", Frame.node().put("isP2P", true).put("wasConnected", true));
    john.page.waitForTimeout(500);
    assertThat(john.body("[data-state=ended]")).isHidden();
    assertThat(john.page.locator("iframe")).hasCount(1);
    assertThat(john.backend.heard(ClientMessage.VideoCallEnd.class)).isEmpty();
  }

  private static void denyDevices(HostedSide side, String which) {
    side.context.addInitScript(
        "{ const media = navigator.mediaDevices; const real = media?.getUserMedia.bind(media);"
            + " if (media) { media.getUserMedia = (wanted) => ("
            + which
            + ") ? Promise.reject(new DOMException('no', 'NotAllowedError')) : real(wanted); } }");
  }

  @Test
  void aMicrophoneThatIsDeniedStaysOffWhateverIsWishedOfIt() {
    hosted.jitsi.microphones(false);
    HostedSide john = hosted.john();
    denyDevices(john, "wanted.audio");
    Frame frame = john.join(hosted.call);
    shows(john, "microphone_denied", 10);
    assertThat(john.body("[data-audio=off]")).isVisible();
    john.by("problem-continue").click();

    john.by("mute").click();
    john.told(frame, "toggle-audio");
    john.page.waitForTimeout(2_000);
    assertThat(john.body("[data-audio=off]")).isVisible();
    assertThat((Boolean) john.page.evaluate("heardOn")).as("never, not for a moment").isFalse();

    hosted.jitsi.allowMicrophone(frame);
    john.by("mute").click();
    assertThat(john.body("[data-audio=on]")).isVisible();
  }

  @Test
  void whoDeniesBothIsNotShownAsHeard() {
    hosted.jitsi.microphones(false);
    HostedSide john = hosted.john();
    denyDevices(john, "true");
    john.join(hosted.call);
    shows(john, "both_denied", 10);
    john.page.waitForTimeout(2_000);
    shows(john, "both_denied", 1);
    assertThat((Boolean) john.page.evaluate("heardOn")).isFalse();
  }

  @Test
  void aButtonThatCannotBePressedIsNoMissingMicrophone() {
    hosted.jitsi.attend(JitsiTickets.ROOM, "John Doe");
    HostedSide elif = hosted.elif().inConsole();
    Frame frame = elif.join(hosted.call);
    hosted.active();
    assertThat(elif.body("[data-audio=on]")).isVisible();
    elif.command("{type: 'audio', on: false}");
    elif.until(frame::audioMuted);
    elif.command("{type: 'audio', on: true}");
    elif.until(() -> !frame.audioMuted());
    elif.page.waitForTimeout(500);
    assertThat(elif.page.evaluate("said.some(m => m.type === 'problem')")).isEqualTo(false);

    hosted.jitsi.unplugMicrophones(frame);
    shows(elif, "no_microphone", 5);
  }

  @Test
  void aCameraThatTheFrameCannotOpenIsSaid() {
    HostedSide john = hosted.john();
    Frame frame = john.join(hosted.call);
    assertThat(john.body("[data-audio=on][data-video=on]")).isVisible();
    hosted.jitsi.mute(frame, "video", true);
    frame.say(
        "camera-error", Frame.node().put("type", "gum.permission_denied").put("message", "denied"));
    shows(john, "camera_denied", 5);
    hosted.jitsi.mute(frame, "audio", true);
    frame.say(
        "mic-error", Frame.node().put("type", "gum.permission_denied").put("message", "denied"));
    shows(john, "both_denied", 5);
  }
}
