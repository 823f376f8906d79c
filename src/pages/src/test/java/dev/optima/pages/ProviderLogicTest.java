package dev.optima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the call page makes of a Jitsi server's words and figures, asked in the engine that runs
/// it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderLogicTest {
  private Browsers browsers;
  private PageServer server;
  private Page page;

  @BeforeAll
  void open() {
    browsers = Browsers.withDevices();
    server = new PageServer();
    page = browsers.browser().newPage();
    page.navigate(server.origin() + "/call/none");
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
      server.close();
    }
  }

  private Object ask(String module, String expression) {
    return page.evaluate("import('/pages/call/" + module + "').then(m => " + expression + ")");
  }

  @ParameterizedTest
  @CsvSource({
    "connection.passwordRequired,password",
    "conference.connectionError.notAllowed,token",
    "conference.connectionError.membersOnly,lobby",
    "conference.connectionError.accessDenied,turned_away",
    "conference.videobridgeNotAvailable,down",
    "conference.destroyed,over",
    "conference.max_users,full",
    "conference.reservationError,refused",
    "conference.authenticationRequired,login",
    "connection.droppedError,again",
    "conference.focusLeft,wait",
    "conference.chatError,nothing"
  })
  void anErrorMeansTheSameInBothShapesAndWhateverItSaysOfBeingFatal(String name, String means) {
    String error = "{name: '" + name + "', type: 'CONFERENCE', isFatal: false, message: 'why'}";
    assertThat(
            ask(
                "jitsi-errors.js",
                "[{error: "
                    + error
                    + "}, "
                    + error
                    + ", {error: '"
                    + name
                    + "'}].map(e => m.meaningOf(e).means)"))
        .isEqualTo(List.of(means, means, means));
  }

  @Test
  void aMissingTokenAsksForALoginAndAnUnknownErrorCountsOnlyIfItIsFatal() {
    assertThat(
            ask(
                "jitsi-errors.js",
                "[{error: {name: 'connection.passwordRequired', recoverable: true}}, {name: 'x.y'},"
                    + " {name: 'x.y', isFatal: true}, {}, null].map(e => m.meaningOf(e).means)"))
        .isEqualTo(List.of("login", "nothing", "again", "nothing", "nothing"));
    assertThat(
            ask(
                "jitsi-errors.js",
                "[{error: {name: 'n', message: null}}, {error: {name: 'n', params: ['because', 2]}},"
                    + " {name: 'n', message: 'why'}].map(e => m.meaningOf(e).text)"))
        .isEqualTo(List.of("", "because", "why"));
  }

  @Test
  void aDeviceThatTheFrameCannotOpenHasOurWords() {
    assertThat(
            ask(
                "jitsi-errors.js",
                "[['camera', {type: 'gum.permission_denied'}], ['microphone', {type:"
                    + " 'gum.not_found'}], ['camera', {type: 'gum.general', message: 'in use'}]]"
                    + ".map(([d, e]) => m.deviceCode(d, e))"))
        .isEqualTo(List.of("camera_denied", "no_device", "device_busy"));
  }

  @Test
  void aNameGoesIntoTheFrameButNoAddressAndNothingOfThirdParties() {
    String options =
        "m.optionsFor({way: {jitsi: {path: 'tenant/room'}}, name: 'Elif', language: 'tr', own:"
            + " {audio: true, video: false, ask: true}, devices: {}, buttons: [], parentNode: null})";
    assertThat(ask("jitsi-options.js", "JSON.stringify(" + options + ".userInfo)"))
        .isEqualTo("{\"displayName\":\"Elif\"}");
    assertThat(
            ask(
                "jitsi-options.js",
                "(({roomName, jwt, configOverwrite: c}) => [roomName, jwt === undefined,"
                    + " c.prejoinPageEnabled, c.prejoinConfig.enabled, c.disableThirdPartyRequests,"
                    + " c.startWithVideoMuted, c.startWithAudioMuted, c.disableDeepLinking,"
                    + " c.deeplinking.disabled])("
                    + options
                    + ")"))
        .isEqualTo(List.of("tenant/room", true, false, false, true, true, false, true, true));
  }

  @Test
  void figuresOfTheFrameAreComparedAndBeginAnewOverAnotherConnection() {
    String reading =
        "(at, received, decoded) => ({at, received, decoded, lost: 0, bytes: received * 100, rtt:"
            + " 0.04, jitter: 0.001, width: 640, height: 360, fps: 25, sent: null, connected:"
            + " true})";
    assertThat(
            ask(
                "frame-figures.js",
                "(() => { const read = "
                    + reading
                    + "; const f = new m.FrameFigures(); const seen = [];"
                    + " f.addEventListener('stats', () => seen.push(f.stats && Math.round(f.stats.bitrate)));"
                    + " [[1000, 100, 10], [3000, 300, 60], [5000, 20, 5]].forEach(r =>"
                    + " f.take(read(...r))); f.forget(); return seen; })()"))
        .isEqualTo(Arrays.asList(0, 80_000, 0, null));
  }

  @ParameterizedTest
  @CsvSource({"true,toggleAudio", "false,''"})
  void aPressBeforeItIsKnownHowOneCameInIsNotLost(boolean pressed, String commanded) {
    assertThat(
            page.evaluate(
                "async (pressed) => {"
                    + " const { JitsiDevices } = await import('/pages/call/jitsi-devices.js');"
                    + " const hear = {}; let answer; const commands = [];"
                    + " const devices = new JitsiDevices();"
                    + " await devices.open();"
                    + " devices.attend({ on: (all) => Object.assign(hear, all),"
                    + "   command: (name) => commands.push(name),"
                    + "   ask: (what) => what === 'isAudioMuted'"
                    + "     ? new Promise((resolve) => { answer = resolve; }) : undefined });"
                    + " const joined = devices.joined();"
                    + " if (pressed) { devices.audio(false); }"
                    + " hear.audioMuteStatusChanged({ muted: false });"
                    + " answer(false);"
                    + " await joined;"
                    + " return commands.filter((one) => one === 'toggleAudio').join(); }",
                pressed))
        .isEqualTo(commanded);
  }

  @Test
  void aWayInThatWasAskedForBeforeTheOthersMovedIsDropped() {
    assertThat(
            ask(
                "entry.js",
                "(async () => { const way = (provider) => ({provider, join_url: '/call/none'});"
                    + " let answer; const entry = new m.Entry({renew: () => {},"
                    + " join: () => new Promise((resolve) => { answer = resolve; })});"
                    + " const late = entry.again(); entry.take(way('direct')); answer(way('jitsi'));"
                    + " const given = await late; const before = entry.way.provider;"
                    + " const next = entry.again(); answer(way('jitsi')); await next;"
                    + " return [given.provider, before, entry.way.provider]; })()"))
        .isEqualTo(List.of("direct", "direct", "jitsi"));
  }

  @ParameterizedTest
  @CsvSource({"false,'no answer'", "true,''"})
  void aRecordingThatNobodyBeginsHasFailed(boolean answered, String failed) {
    try (Page other = browsers.browser().newPage()) {
      other.clock().install();
      other.navigate(server.origin() + "/call/none");
      other.evaluate(
          "async (answered) => {"
              + " const { RecordingMedia } = await import('/pages/call/recording-media.js');"
              + " const carrier = Object.assign(new EventTarget(), { record: () => {} });"
              + " const media = new RecordingMedia({ allowed: () => true, tells: () => true,"
              + "   post: async () => ({ state: 'recording' }) });"
              + " window.failed = [];"
              + " media.addEventListener('failed', ({ detail }) => failed.push(detail));"
              + " media.use(carrier);"
              + " media.start('file');"
              + " if (answered) { carrier.dispatchEvent(new CustomEvent('recording',"
              + "   { detail: { on: true, mode: 'file' } })); } }",
          answered);
      other.clock().fastForward(20_000);
      assertThat(other.evaluate("failed.join()")).as("it takes a while").isEqualTo("");
      other.clock().fastForward(10_000);
      assertThat(other.evaluate("failed.join()")).isEqualTo(failed);
    }
  }
}
