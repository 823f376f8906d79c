package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.message.ClientMessage;
import dev.optima.scripted.Command;
import dev.optima.scripted.Failures;
import dev.optima.scripted.Frame;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Our own controls, on the page and from the console, and Jitsi's say the same at any time,
/// whoever was pressed.
@SuppressWarnings("NullAway.Init") // a test lets them join first
class JitsiControlsTest {
  @RegisterExtension static final HostedCall hosted = new HostedCall();

  private HostedSide elif;
  private Frame frame;

  private void elifJoins() {
    hosted.jitsi.attend(JitsiTickets.ROOM, "John Doe");
    elif = hosted.elif().inConsole();
    frame = elif.join(hosted.call);
    hosted.active();
    assertThat(elif.body("[data-state=connected]")).isVisible();
  }

  private List<Command> commands(String name) {
    return frame.commands().stream().filter(one -> one.name().equals(name)).toList();
  }

  @Test
  void microphoneAndCameraGoBothWays() {
    elifJoins();
    assertThat(elif.body("[data-audio=on][data-video=on]")).isVisible();

    elif.command("{type: 'audio', on: false}");
    elif.until(frame::audioMuted);
    assertThat(elif.body("[data-audio=off]")).isVisible();
    elif.says("m.type === 'media' && !m.audio && m.video");
    elif.command("{type: 'audio', on: true}");
    elif.until(() -> !frame.audioMuted());
    assertThat(elif.body("[data-audio=on]")).isVisible();
    elif.command("{type: 'video', on: false}");
    elif.until(frame::videoMuted);
    assertThat(elif.body("[data-video=off]")).isVisible();
    elif.command("{type: 'video', on: true}");
    elif.until(() -> !frame.videoMuted());

    // What is so already is not asked for again: the command only turns round.
    elif.command("{type: 'audio', on: true}");
    elif.command("{type: 'video', on: true}");
    elif.page.waitForTimeout(400);
    assertThat(frame.audioMuted()).isFalse();
    assertThat(frame.videoMuted()).isFalse();
  }

  @Test
  void theButtonsOfThePageDoTheSame() {
    hosted.jitsi.attend(JitsiTickets.ROOM, "Elif Kaya");
    HostedSide john = hosted.john();
    Frame his = john.join(hosted.call);
    hosted.active();
    assertThat(john.body("[data-state=connected]")).isVisible();
    john.by("mute").click();
    john.until(his::audioMuted);
    assertThat(john.body("[data-audio=off][data-video=on]")).isVisible();
    john.by("mute").click();
    john.until(() -> !his.audioMuted());
    john.by("camera").click();
    john.until(his::videoMuted);
    assertThat(john.body("[data-audio=on][data-video=off]")).isVisible();
    john.by("screen").click();
    john.told(his, "toggle-share-screen");
    assertThat(john.body("[data-screen=on]")).isVisible();
  }

  @Test
  void whatIsMutedFromOutsideIsSeenHere() {
    elifJoins();
    hosted.jitsi.mute(frame, "audio", true);
    assertThat(elif.body("[data-audio=off]")).isVisible();
    elif.says("m.type === 'media' && !m.audio");
    hosted.jitsi.mute(frame, "video", true);
    assertThat(elif.body("[data-video=off]")).isVisible();
    hosted.jitsi.mute(frame, "audio", false);
    assertThat(elif.body("[data-audio=on][data-video=off]")).isVisible();
  }

  @Test
  void theScreenIsSharedAndSaidSo() {
    elifJoins();
    elif.command("{type: 'screen', on: true}");
    elif.told(frame, "toggle-share-screen");
    assertThat(elif.body("[data-screen=on]")).isVisible();
    elif.says("m.type === 'media' && m.screen");
    elif.command("{type: 'screen', on: true}");
    elif.command("{type: 'screen', on: false}");
    assertThat(elif.body("[data-screen=off]")).isVisible();
    assertThat(commands("toggle-share-screen")).hasSize(2);
    frame.say(
        "screen-sharing-status-changed",
        Frame.node().put("on", true).set("details", Frame.node().put("sourceType", "window")));
    assertThat(elif.body("[data-screen=on]")).isVisible();
  }

  @Test
  void aScreenThatJitsiCannotShareIsSaidAndForgottenWithTheNextTry() {
    elifJoins();
    hosted.jitsi.denyScreen(frame);
    elif.command("{type: 'screen', on: true}");
    assertThat(elif.problem("screen_failed")).isVisible();
    assertThat(elif.body("[data-screen=off]")).isVisible();
    elif.command("{type: 'screen', on: true}");
    assertThat(elif.problem("screen_failed")).isHidden();
    assertThat(elif.body("[data-screen=on]")).isVisible();
  }

  @Test
  void theBackgroundIsBlurredByTheServerSTools() {
    elifJoins();
    elif.says("m.type === 'offers' && m.background");
    elif.command("{type: 'background', kind: 'blur'}");
    elif.told(frame, "set-blurred-background");
    elif.says("m.type === 'room' && m.background === 'blur'");
    elif.command("{type: 'background', kind: 'none'}");
    elif.until(() -> frame.commands().size() >= 2);
    elif.says("m.type === 'room' && m.background === 'none'");
  }

  @Test
  void whoeverKnocksIsShownAndLetIn() {
    elifJoins();
    elif.says("m.type === 'offers' && m.lobby");
    elif.command("{type: 'lobby', on: true}");
    elif.told(frame, "toggle-lobby");
    assertThat(commands("toggle-lobby").getLast().data().path(0).asBoolean()).isTrue();
    elif.says("m.type === 'room' && m.lobby");

    HostedSide john = hosted.john();
    john.open(hosted.call);
    assertThat(john.by("overlay")).containsText("You are in the waiting room");
    john.until(() -> !waits(john).isEmpty());
    assertThat(waits(john).getFirst()).isTrue();
    assertThat(john.backend.heard(ClientMessage.VideoCallJoined.class)).isEmpty();
    elif.says("m.type === 'knocking' && m.people.some(p => p.name === 'John Doe')");
    assertThat(john.by("overlay")).containsText("You are in the waiting room");
    assertThat(john.page.locator("iframe[data-shown=on]")).hasCount(0);
    elif.command(
        "{type: 'admit', id: said.findLast(m => m.type === 'knocking').people[0].id, yes: true}");
    elif.told(frame, "answer-knocking-participant");
    john.until(() -> john.frame().isInRoom());
    hosted.active();
    assertThat(john.body("[data-state=connected]")).isVisible();
    elif.says("m.type === 'knocking' && m.people.length === 0");
    john.until(() -> waits(john).contains(false));
  }

  /// Whether each sign of life was of somebody who waits at the door.
  private static List<Boolean> waits(HostedSide side) {
    return side.backend.heard(ClientMessage.VideoCallAlive.class).stream()
        .map(alive -> Boolean.TRUE.equals(alive.waiting()))
        .toList();
  }

  @Test
  void aWaitingRoomThatWasThereFromTheBeginningCanBeTakenAway() {
    hosted.jitsi.lobby(JitsiTickets.ROOM, true);
    elif = hosted.elif().inConsole();
    frame = elif.join(hosted.call);
    elif.says("m.type === 'offers' && m.lobby");
    elif.command("{type: 'lobby', on: false}");
    elif.told(frame, "toggle-lobby");
    HostedSide john = hosted.john();
    john.join(hosted.call);
    elif.command("{type: 'lobby', on: false}");
    elif.until(() -> commands("toggle-lobby").size() == 2);
  }

  @Test
  void whoeverHasToKnockAgainAfterAnInterruptionReadsThatTheyWait() {
    elifJoins();
    HostedSide john = hosted.john();
    Frame before = john.join(hosted.call);
    hosted.active();
    assertThat(john.body("[data-state=connected]")).isVisible();
    elif.command("{type: 'lobby', on: true}");
    elif.told(frame, "toggle-lobby");
    before.fail(Failures.conference("connection.droppedError"));
    hosted.apart();
    assertThat(john.body("[data-state=reconnecting]")).isVisible();
    assertThat(john.by("overlay")).containsText("You are in the waiting room");
    assertThat(john.page.locator("iframe[data-shown=on]")).hasCount(0);
  }

  @Test
  void whatTheServerDoesNotOfferIsNotShown() {
    elif = hosted.elif().inConsole();
    elif.tickets.features = List.of();
    frame = elif.join(hosted.call);
    elif.says("m.type === 'offers'");
    assertThat(
            elif.page.evaluate(
                "said.some(m => m.type === 'offers' && (m.lobby || m.record || m.transcribe))"))
        .isEqualTo(false);

    HostedSide john = hosted.john().inConsole();
    john.join(hosted.call);
    john.says("m.type === 'offers'");
    assertThat(john.page.evaluate("said.some(m => m.type === 'offers' && (m.lobby || m.record))"))
        .as("a guest leads nothing")
        .isEqualTo(false);
  }

  @Test
  void aDeviceIsChosenInTheFrame() {
    hosted.jitsi.attend(JitsiTickets.ROOM, "Elif Kaya");
    HostedSide john = hosted.john();
    Frame his = john.join(hosted.call);
    hosted.active();
    john.until(() -> his.devices() != null);
    john.by("devices").click();
    var camera = john.by("device-camera");
    assertThat(camera).isVisible();
    assertThat(camera.locator("option").first()).hasText(Pattern.compile("fake_device.*"));
    camera.dispatchEvent("change");
    john.until(
        () ->
            his.requests().stream().anyMatch(one -> one.path("name").asText().equals("setDevice")));
    var chosen = his.requests().getLast().path("device");
    assertThat(chosen.path("kind").asText()).isEqualTo("videoinput");
    assertThat(chosen.path("label").asText()).startsWith("fake_device");
  }
}
