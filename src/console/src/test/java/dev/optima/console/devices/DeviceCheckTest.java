package dev.optima.console.devices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.ServerAddress;
import dev.optima.console.devices.DeviceCheckViewModel.State;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Message;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleCalls;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedSurface;
import dev.optima.console.sample.Shots;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.console.surface.SurfaceEvent;
import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalDouble;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The check of camera and microphone: its states, and that it holds the devices only as long as it
/// is looked at.
class DeviceCheckTest {
  @TempDir Path home;

  private final ScriptedSurface surface = new ScriptedSurface();
  private final DeviceCheckViewModel model =
      new DeviceCheckViewModel(
          surface, ServerAddress.of(URI.create("https://optima.example.org")), "tr", true);

  @Test
  void opensTheBackendsPageAndNothingElse() {
    assertThat(surface.opened()).isEmpty();
    model.start();
    assertThat(surface.opened().getFirst().joinUrl())
        .isEqualTo(URI.create("https://optima.example.org/pages/devices/index.html?theme=dark"));
    assertThat(surface.opened().getFirst().language()).isEqualTo("tr");
    assertThat(model.state().get()).isEqualTo(State.OPENING);
    surface.say(new SurfaceEvent.Preparing(OptionalDouble.of(0.4)));
    assertThat(model.progress().get()).isEqualTo(0.4);
    surface.say(new SurfaceEvent.Loaded());
    assertThat(model.state().get()).isEqualTo(State.SHOWN);
    model.stop();
    assertThat(surface.closed()).isEqualTo(1);
    assertThat(model.state().get()).isEqualTo(State.ASKING);
    surface.say(new SurfaceEvent.Closed());
    assertThat(model.state().get()).isEqualTo(State.ASKING);
  }

  @Test
  void saysWhyThereIsNoPageAndTriesAgain() {
    fails(new SurfaceEvent.Unreachable("ERR_TIMED_OUT"), "devices.unreachable", "ERR_TIMED_OUT");
    fails(new SurfaceEvent.Unreachable("ERR_CERT_AUTHORITY_INVALID"), "devices.certificate");
    fails(new SurfaceEvent.Unavailable(), "devices.engine");
    fails(new SurfaceEvent.Crashed(false), "devices.crashed");
    fails(new SurfaceEvent.Closed(), "devices.crashed");
  }

  private void fails(SurfaceEvent event, String key, Object... of) {
    model.start();
    surface.say(event);
    assertThat(model.state().get()).isEqualTo(State.FAILED);
    assertThat(model.problem().get()).isEqualTo(Message.of(key, of));
  }

  @Test
  void isInTheBrowserWhereTheCallsAre() {
    surface.choose(
        new SurfaceChoice(SurfaceChoice.Form.BROWSER_WINDOW, SurfaceChoice.Reason.ENGINE_FAILED));
    model.start();
    surface.say(new SurfaceEvent.Loaded());
    assertThat(model.state().get()).isEqualTo(State.OUTSIDE);
    surface.say(new SurfaceEvent.Closed());
    assertThat(model.state().get()).isEqualTo(State.ASKING);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void isReachedFromTheSettings(Language language) throws Exception {
    try (DeskRig rig = DeskRig.of(Samples.elif(), home, language)) {
      new SampleDesk(rig.backend(), rig.now()).fill();
      rig.show(Samples.elif(), 900, 600);
      rig.press(Ids.NAV_SETTINGS);
      rig.press(Ids.SETTINGS_DEVICES);
      rig.await(Ids.DEVICES);
      Shots.shoot(rig, language, "devices-asking");
      rig.press(Ids.DEVICES_GO);
      rig.until("the page is asked for", () -> rig.checks().opened().size() == 1);
      Shots.shoot(rig, language, "devices-opening");
      say(rig, new SurfaceEvent.Loaded());
      Shots.shoot(rig, language, "devices-shown");
      assertThat(rig.surface().opened()).as("the place of the calls is free").isEmpty();
      rig.press(Ids.DEVICES_LEAVE);
      rig.awaitGone(Ids.DEVICES);
      assertThat(rig.checks().closed()).isEqualTo(1);
      rig.press(Ids.SETTINGS_DEVICES);
      rig.press(Ids.DEVICES_GO);
      say(rig, new SurfaceEvent.Unavailable());
      rig.awaitText(Ids.DEVICES_NOTE, language == Language.EN ? "engine" : "motor");
      Shots.shoot(rig, language, "devices-failed");
    }
  }

  @Test
  void isReachedByItsKeysAndOnceAtATime() throws Exception {
    try (DeskRig rig = DeskRig.of(Samples.elif(), home, Language.EN)) {
      new SampleDesk(rig.backend(), rig.now()).fill();
      rig.show(Samples.elif(), 900, 600);
      keys(rig);
      rig.await(Ids.DEVICES);
      rig.press(Ids.DEVICES_GO);
      rig.until("the page is asked for", () -> rig.checks().opened().size() == 1);
      keys(rig);
      assertThat(rig.checks().closed()).as("what goes on goes on").isZero();
      rig.press(Ids.DEVICES_LEAVE);
      rig.awaitGone(Ids.DEVICES);
      keys(rig);
      rig.await(Ids.DEVICES);
    }
  }

  private static void keys(DeskRig rig) {
    KeyCombination keys =
        new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    DeskRig.fx(
        () -> {
          requireNonNull(rig.stage().getScene().getAccelerators().get(keys)).run();
          return true;
        });
  }

  @Test
  void givesTheDevicesToACallThatBegins() throws Exception {
    try (DeskRig rig = DeskRig.of(Samples.elif(), home, Language.EN)) {
      new SampleDesk(rig.backend(), rig.now()).fill();
      new SampleCalls(rig.backend(), rig.now()).fill();
      rig.show(Samples.elif(), 1440, 900);
      rig.press(Ids.NAV_SETTINGS);
      rig.press(Ids.SETTINGS_DEVICES);
      rig.press(Ids.DEVICES_GO);
      rig.until("the page is asked for", () -> rig.checks().opened().size() == 1);
      rig.open("optima://join/live-john");
      rig.press(Ids.TOAST_STEP);
      rig.await(Ids.CALL_VIEW);
      rig.awaitGone(Ids.DEVICES);
      assertThat(rig.checks().closed()).isEqualTo(1);
      rig.press(Ids.NAV_SETTINGS);
      rig.press(Ids.SETTINGS_DEVICES);
      rig.awaitText(Ids.TOAST_TEXT, "You are in a call");
    }
  }

  private static void say(DeskRig rig, SurfaceEvent event) {
    DeskRig.fx(
        () -> {
          rig.checks().say(event);
          return true;
        });
  }
}
