package dev.optima.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.optima.scripted.Frame;
import dev.optima.scripted.ScriptedJitsi;
import dev.optima.scripted.TokenRule;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The scripted peer itself says what was recorded, in that order: the tests of the call page stand
/// on it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptedJitsiTest {
  private static final String LISTEN =
      """
      (room) => {
        const api = new JitsiMeetExternalAPI(location.host, { roomName: room, parentNode: document.body,
          configOverwrite: { prejoinConfig: { enabled: false }, startWithAudioMuted: true }, lang: 'tr', userInfo: { displayName: 'Elif Ş & "K"' } });
        window.said = [];
        for (const name of api.getSupportedEvents()) {
          api.on(name, (data) => said.push(name + (data.error ? ':' + data.error.name : '') + (data.kicked?.local ? ':me' : '')));
        }
        window.api = api;
      }
      """;

  private ScriptedJitsi jitsi;
  private Browsers browsers;

  @BeforeAll
  void open() {
    jitsi = ScriptedJitsi.start(new TokenRule.Anonymous());
    browsers =
        Browsers.withDevices(
            "--use-fake-ui-for-media-stream", Browsers.CALM_CAMERA, jitsi.chromiumSwitch());
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
    }
    jitsi.close();
  }

  private Page enter(String room) {
    BrowserContext context = browsers.browser().newContext();
    context.grantPermissions(List.of("camera", "microphone"));
    Page page = context.newPage();
    page.navigate(jitsi.origin() + "/somebody-s-page");
    page.addScriptTag(new Page.AddScriptTagOptions().setUrl(jitsi.origin() + "/external_api.js"));
    page.evaluate(LISTEN, room);
    until(page, () -> said(page).contains("dataChannelOpened"));
    return page;
  }

  @SuppressWarnings("unchecked")
  private static List<String> said(Page page) {
    return (List<String>) page.evaluate("[...said]");
  }

  private static void until(Page page, BooleanSupplier condition) {
    page.waitForCondition(condition);
  }

  /// The frame that came last into this room; the page around it is one of the peer's too, and may
  /// say so later than its frame.
  private Frame last(String room) {
    return jitsi.frames().stream().filter(frame -> frame.path().equals(room)).toList().getLast();
  }

  @Test
  void joiningAndHangingUpAreSaidAsTheyWereRecorded() {
    Page first = enter("one");
    Frame elif = last("one");
    assertThat(elif.language()).isEqualTo("tr");
    assertThat(elif.user().path("displayName").asText()).isEqualTo("Elif Ş & \"K\"");
    assertThat(elif.config().path("prejoinConfig").path("enabled").isBoolean()).isTrue();
    assertThat(elif.isModerator()).isTrue();
    assertThat(first.evaluate("api.isAudioMuted()")).isEqualTo(true);
    until(first, () -> elif.devices() != null && elif.devices().path("video").asBoolean());

    Page second = enter("one");
    assertThat(said(second).indexOf("participantJoined"))
        .isGreaterThanOrEqualTo(0)
        .isLessThan(said(second).indexOf("videoConferenceJoined"));
    assertThat(second.evaluate("api.getNumberOfParticipants()")).isEqualTo(2);
    until(first, () -> said(first).contains("participantJoined"));

    first.evaluate("api.executeCommand('toggleAudio')");
    until(first, () -> !elif.audioMuted());
    second.evaluate("api.executeCommand('hangup')");
    until(second, () -> said(second).contains("readyToClose"));
    assertThat(said(second).stream().filter("videoConferenceLeft"::equals)).hasSize(2);
    until(first, () -> said(first).contains("participantLeft"));
    first.evaluate("api.dispose()");
    until(first, elif::isGone);
  }

  @Test
  void aKickAndTheEndForAllAreNoHangUp() {
    Page first = enter("two");
    Page second = enter("two");
    jitsi.kick(last("two"));
    until(second, () -> said(second).contains("participantKickedOut:me"));
    until(second, () -> said(second).contains("videoConferenceLeft"));
    assertThat(said(second)).doesNotContain("readyToClose");

    Page third = enter("two");
    first.evaluate("api.executeCommand('endConference')");
    for (Page page : List.of(first, third)) {
      until(page, () -> said(page).contains("errorOccurred:conference.destroyed"));
      assertThat(said(page)).doesNotContain("readyToClose", "videoConferenceLeft");
    }
  }

  @Test
  void aClosedTabIsMissedOnlyAfterAWhile() {
    Page first = enter("three");
    Page second = enter("three");
    Frame gone = last("three");
    Browsers.leave(second.context());
    until(first, gone::isGone);
    assertThat(said(first)).doesNotContain("participantLeft");
    until(first, () -> said(first).contains("participantLeft"));
  }
}
