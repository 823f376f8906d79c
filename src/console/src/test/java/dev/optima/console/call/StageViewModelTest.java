package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.call.StageViewModel.Screen;
import dev.optima.console.i18n.Language;
import dev.optima.console.sample.ScriptedSurface;
import dev.optima.console.surface.DeviceKind;
import dev.optima.console.surface.PageCommand;
import dev.optima.console.surface.PageProblem;
import dev.optima.console.surface.PageState;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.console.surface.SurfaceEvent;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// Both ways between the controls and the page.
class StageViewModelTest {
  private static final URI ROOM = URI.create("http://127.0.0.1:8080/call/c1#ticket=oct_1");

  private final ScriptedSurface surface = new ScriptedSurface();
  private final StageViewModel stage = new StageViewModel(surface, () -> Language.TR);

  @Test
  void asksThePageAndShowsWhatThePageSays() {
    stage.open(ROOM);
    surface.say(new SurfaceEvent.Media(true, true, false));
    stage.toggleAudio();
    assertThat(surface.commands()).containsExactly(new PageCommand.Audio(false));
    assertThat(stage.media().get().audio()).as("not before the page says so").isTrue();
    surface.say(new SurfaceEvent.Media(false, true, false));
    stage.toggleAudio();
    stage.toggleVideo();
    stage.choose(DeviceKind.SPEAKER, "s1");
    assertThat(surface.commands())
        .endsWith(
            new PageCommand.Audio(true),
            new PageCommand.Video(false),
            new PageCommand.SelectDevice(DeviceKind.SPEAKER, "s1"));
    assertThat(surface.opened().getFirst().language()).isEqualTo("tr");
  }

  @Test
  void sharesTheScreenOnlyAfterAYes() {
    stage.open(ROOM);
    surface.say(new SurfaceEvent.Media(true, true, false));
    stage.toggleScreen();
    assertThat(stage.askingScreen().get()).isTrue();
    stage.answerScreen(false);
    assertThat(surface.commands()).isEmpty();
    surface.say(new SurfaceEvent.ScreenAsk());
    stage.answerScreen(true);
    assertThat(surface.commands()).containsExactly(new PageCommand.Screen(true));
    stage.answerScreen(true);
    assertThat(surface.commands()).as("one yes, one share").hasSize(1);
  }

  @Test
  void followsThePageThroughItsStates() {
    stage.open(ROOM);
    assertThat(stage.screen().get()).isEqualTo(Screen.PREPARING);
    surface.say(new SurfaceEvent.Loaded());
    assertThat(stage.screen().get()).isEqualTo(Screen.CONNECTING);
    surface.say(new SurfaceEvent.Problem(PageProblem.CAMERA_DENIED));
    assertThat(stage.problem().get()).isEqualTo(PageProblem.CAMERA_DENIED);
    surface.say(new SurfaceEvent.State(PageState.CONNECTED, null));
    assertThat(stage.problem().get()).isNull();
    surface.say(new SurfaceEvent.State(PageState.RECONNECTING, null));
    assertThat(stage.screen().get()).isEqualTo(Screen.RECONNECTING);
    surface.say(new SurfaceEvent.State(PageState.ENDED, "elsewhere"));
    assertThat(stage.screen().get()).isEqualTo(Screen.LEFT);
  }

  @Test
  void triesTheBrowserOnceWhenTheEngineFails() {
    stage.open(ROOM);
    surface.choose(
        new SurfaceChoice(SurfaceChoice.Form.BROWSER_WINDOW, SurfaceChoice.Reason.ENGINE_FAILED));
    surface.say(new SurfaceEvent.Unavailable());
    assertThat(surface.opened()).hasSize(2);
    assertThat(stage.fallback().get()).isNotNull();
    surface.say(new SurfaceEvent.Unavailable());
    assertThat(surface.opened()).as("not for ever").hasSize(2);
    assertThat(stage.screen().get()).isEqualTo(Screen.CRASHED);
  }

  @Test
  void hearsNothingFromACallThatIsClosed() {
    stage.open(ROOM);
    stage.close();
    surface.say(new SurfaceEvent.State(PageState.CONNECTED, null));
    assertThat(stage.screen().get()).isEqualTo(Screen.CLOSED);
    stage.toggleAudio();
    assertThat(surface.commands()).isEmpty();
  }

  @Test
  void offersTheWayBackWhenTheWindowIsClosed() {
    stage.open(ROOM);
    surface.say(new SurfaceEvent.State(PageState.CONNECTED, null));
    surface.say(new SurfaceEvent.Closed());
    assertThat(stage.screen().get()).isEqualTo(Screen.LEFT);
    assertThat(stage.ready().get()).isFalse();
  }
}
