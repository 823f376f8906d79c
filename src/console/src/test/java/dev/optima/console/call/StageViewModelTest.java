package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.call.StageViewModel.Screen;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Message;
import dev.optima.console.sample.ScriptedSurface;
import dev.optima.console.surface.DeviceKind;
import dev.optima.console.surface.PageCommand;
import dev.optima.console.surface.PageProblem;
import dev.optima.console.surface.PageState;
import dev.optima.console.surface.PictureBackground;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.console.surface.SurfaceEvent;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.JitsiRoom;
import dev.optima.protocol.message.JoinTicket;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Both ways between the controls and the page.
class StageViewModelTest {
  private static final String URL = "http://127.0.0.1:8080/call/c1#ticket=oct_1";
  private static final JoinTicket ROOM = JoinTicket.direct(new CallId("c1"), URL, List.of());

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
  void figuresAreThoseOfTheConnectionThatIs() {
    stage.open(ROOM);
    surface.say(new SurfaceEvent.State(PageState.CONNECTED, null));
    surface.say(new SurfaceEvent.Stats(0.05, 0.0, 0.001, 1e6, 25.0, 640, 480, 100, 4));
    assertThat(stage.stats().get()).isNotNull();
    surface.say(new SurfaceEvent.State(PageState.RECONNECTING, null));
    assertThat(stage.stats().get()).isNull();
  }

  @Test
  void offersTheWayBackWhenTheWindowIsClosed() {
    stage.open(ROOM);
    surface.say(new SurfaceEvent.State(PageState.CONNECTED, null));
    surface.say(new SurfaceEvent.Closed());
    assertThat(stage.screen().get()).isEqualTo(Screen.LEFT);
    assertThat(stage.ready().get()).isFalse();
  }

  private static JoinTicket elsewhere(String scriptUrl, @Nullable String linkUrl) {
    JitsiRoom room = new JitsiRoom("meet.example:8443", "room", scriptUrl, true, List.of("lobby"));
    return new JoinTicket(new CallId("c1"), "jitsi", URL, "room", "jwt", null, room, linkUrl, true);
  }

  @Test
  void letsTheFramesOfTheTicketsProviderInAndNoOthers() {
    stage.open(elsewhere("https://cdn.example/external_api.js", null));
    assertThat(surface.opened().getLast().providers().stream().map(Object::toString))
        .containsExactlyInAnyOrder("https://meet.example:8443", "https://cdn.example");
    stage.open(elsewhere("http://cdn.example/external_api.js", null));
    assertThat(surface.opened().getLast().providers()).hasSize(1);
    stage.open(ROOM);
    assertThat(surface.opened().getLast().providers()).isEmpty();
  }

  @Test
  void anotherProvidersTicketMovesTheCallThere() {
    stage.open(elsewhere("https://meet.example:8443/external_api.js", null));
    surface.say(new SurfaceEvent.Offers(true, true, true, true, true, true));
    stage.open(ROOM);
    assertThat(surface.closed()).isEqualTo(1);
    assertThat(surface.opened()).hasSize(2);
    assertThat(stage.room().offers().get()).isEqualTo(SurfaceEvent.Offers.BUILT_IN);
  }

  @Test
  void thePageThatIsOpenGoesOnByItselfOverTheBuiltInProvider() {
    JoinTicket elsewhere = elsewhere("https://meet.example:8443/external_api.js", null);
    assertThat(stage.carriesOn(ROOM)).as("nothing is open").isFalse();
    stage.open(elsewhere);
    surface.say(new SurfaceEvent.State(PageState.FAILED, "provider_down"));
    assertThat(stage.carriesOn(ROOM)).isTrue();
    assertThat(stage.carriesOn(elsewhere)).as("its frames would not be let in").isFalse();
    surface.say(new SurfaceEvent.Closed());
    assertThat(stage.carriesOn(ROOM)).as("its window was closed").isFalse();
  }

  @Test
  void aCallThatIsOverPartsFromItsRoomBeforeItsPageGoes() {
    stage.open(ROOM);
    stage.part();
    assertThat(surface.parted()).isEqualTo(1);
    assertThat(surface.closed()).isZero();
    assertThat(stage.screen().get()).isEqualTo(Screen.CLOSED);
    surface.say(new SurfaceEvent.State(PageState.CONNECTED, null));
    assertThat(stage.screen().get()).as("no more is heard of it").isEqualTo(Screen.CLOSED);
  }

  @Test
  void ofAPageThatDiedNothingIsKnown() {
    stage.open(ROOM);
    surface.say(new SurfaceEvent.Media(true, true, true));
    surface.say(new SurfaceEvent.State(PageState.CONNECTED, null));
    surface.say(new SurfaceEvent.Stats(0.05, 0.0, 0.001, 1e6, 25.0, 640, 480, 100, 4));
    surface.say(new SurfaceEvent.Knocking(List.of(new SurfaceEvent.Knocker("k1", "Mia"))));
    surface.say(new SurfaceEvent.Problem(PageProblem.DEVICE_BUSY));
    surface.say(new SurfaceEvent.Crashed(true));
    assertThat(stage.ready().get()).isFalse();
    assertThat(stage.media().get().screen()).isFalse();
    assertThat(stage.stats().get()).isNull();
    assertThat(stage.problem().get()).isNull();
    assertThat(stage.room().knocking().get()).isEmpty();
  }

  @Test
  void saysWhyThePageCouldNotBeLoaded() {
    stage.open(ROOM);
    surface.say(new SurfaceEvent.Unreachable("ERR_CERT_AUTHORITY_INVALID"));
    assertThat(stage.screen().get()).isEqualTo(Screen.UNREACHABLE);
    assertThat(stage.wayOut()).isEqualTo(Message.of("devices.certificate"));
    surface.say(new SurfaceEvent.Unreachable("ERR_TIMED_OUT"));
    assertThat(stage.wayOut()).isEqualTo(Message.of("stage.unreachable.next", "ERR_TIMED_OUT"));
  }

  @Test
  void whatPassedIsForgotten() {
    stage.open(ROOM);
    surface.say(new SurfaceEvent.State(PageState.CONNECTED, null));
    surface.say(new SurfaceEvent.Problem(PageProblem.DEVICE_BUSY));
    surface.say(new SurfaceEvent.Problem(null));
    assertThat(stage.problem().get()).isNull();
    surface.say(new SurfaceEvent.Stats(0.05, 0.0, 0.001, 1e6, 25.0, 640, 480, 100, 4));
    surface.say(new SurfaceEvent.NoStats());
    assertThat(stage.stats().get()).as("none are known any more").isNull();
  }

  @Test
  void aTranscriptThatRunsIsNoRecording() {
    stage.open(ROOM);
    surface.say(room(CallRecording.State.RECORDING, false));
    stage.room().toggleRecording();
    surface.say(room(CallRecording.State.ASKED, false));
    stage.room().toggleRecording();
    surface.say(room(CallRecording.State.RECORDING, true));
    stage.room().toggleRecording();
    assertThat(surface.commands())
        .containsExactly(
            new PageCommand.Record(true),
            new PageCommand.Record(true),
            new PageCommand.Record(false));
  }

  private static SurfaceEvent.Room room(CallRecording.State state, boolean records) {
    return new SurfaceEvent.Room(false, state, records, true, PictureBackground.NONE);
  }

  @Test
  void asksForWhatTheRoomOffersAndShowsWhatThePageSays() {
    stage.open(ROOM);
    RoomViewModel room = stage.room();
    room.toggleBackground();
    room.toggleLobby();
    room.toggleRecording();
    room.toggleTranscript();
    assertThat(room.room().get()).isEqualTo(SurfaceEvent.Room.PLAIN);
    surface.say(
        new SurfaceEvent.Room(
            true, CallRecording.State.RECORDING, true, true, PictureBackground.BLUR));
    room.toggleBackground();
    room.toggleLobby();
    room.toggleRecording();
    room.toggleTranscript();
    SurfaceEvent.Knocker mia = new SurfaceEvent.Knocker("k1", "Mia");
    surface.say(new SurfaceEvent.Knocking(List.of(mia)));
    room.admit(room.knocking().get().getFirst(), true);
    assertThat(room.knocking().get()).as("until the page says so").containsExactly(mia);
    assertThat(surface.commands())
        .containsExactly(
            new PageCommand.Background(PictureBackground.BLUR),
            new PageCommand.Lobby(true),
            new PageCommand.Record(true),
            new PageCommand.Transcribe(true),
            new PageCommand.Background(PictureBackground.NONE),
            new PageCommand.Lobby(false),
            new PageCommand.Record(false),
            new PageCommand.Transcribe(false),
            new PageCommand.Admit("k1", true));
  }

  @Test
  void opensOnlyTheTicketsOwnLink() {
    stage.open(elsewhere("https://meet.example:8443/external_api.js", "https://zoom.example/j/1"));
    surface.say(new SurfaceEvent.OpenLink("https://evil.example/j/1"));
    assertThat(stage.askedLink().get()).isNull();
    surface.say(new SurfaceEvent.OpenLink("https://zoom.example/j/1"));
    assertThat(stage.askedLink().get()).hasToString("https://zoom.example/j/1");
    stage.linkTaken();
    stage.open(elsewhere("https://meet.example:8443/external_api.js", "http://zoom.example/j/1"));
    surface.say(new SurfaceEvent.OpenLink("http://zoom.example/j/1"));
    assertThat(stage.askedLink().get()).isNull();
  }
}
