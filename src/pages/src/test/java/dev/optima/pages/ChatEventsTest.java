package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calls in the thread, each with the action that fits, and the wish to be called.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatEventsTest {

  private Browsers browsers;
  private PageServer server;
  private Visit john;

  @BeforeAll
  void open() {
    browsers = Browsers.withDevices();
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
  void arrive() {
    john = new Visit(browsers.browser(), server.origin());
  }

  @AfterEach
  void leave() {
    john.close();
  }

  private static CallSnapshot over(CallState state, CallOutcome outcome, long duration) {
    return Story.over(Story.ring("c1", 45), state, outcome, duration, Story.ELIF);
  }

  @ParameterizedTest
  @CsvSource({
    "MISSED,OFFLINE,0,Elif Kaya called while you were offline,true",
    "MISSED,NO_ANSWER,0,Missed call from Elif Kaya,true",
    "REJECTED,REJECTED,0,You declined a call from Elif Kaya,true",
    "CANCELLED,CANCELLED,0,Elif Kaya called and stopped before you answered,true",
    "ENDED,COMPLETED,1102,Video call · 18:22,false",
    "ENDED,DROPPED,65,Video call · 1:05 · connection lost,true"
  })
  void eachEndHasItsWordsAndItsAction(
      CallState state, CallOutcome outcome, long duration, String words, boolean callBack) {
    john.room.entries.add(Story.event(1, over(state, outcome, duration), Instant.now()));
    john.open();
    assertThat(john.by("call-entry")).containsText(words);
    assertThat(john.by("event-call-me")).hasCount(callBack ? 1 : 0);
  }

  @Test
  void oneJoinsTheCallFromTheThreadWhileItLives() {
    CallSnapshot connecting = Story.then(Story.ring("c1", 45), CallState.CONNECTING);
    CallSnapshot active = Story.then(connecting, CallState.ACTIVE);
    john.backend.rest.put(
        "POST /api/video-calls/c1/join",
        r ->
            new ScriptedBackend.Answer(
                201,
                Map.of(
                    "call_id",
                    "c1",
                    "provider",
                    "direct",
                    "join_url",
                    server.origin() + "/call/c1#ticket=oct_x",
                    "ice_servers",
                    java.util.List.of())));
    john.room.entries.add(Story.started(1, active, Instant.now()));
    john.backend.live = java.util.List.of(active);
    john.open();
    assertThat(john.by("call-entry")).containsText("Elif Kaya is in a video call with you");
    john.by("event-join").click();
    assertThat(john.by("call-frame")).isVisible();
    john.backend.live = java.util.List.of();
    CallSnapshot over = Story.over(active, CallState.ENDED, CallOutcome.COMPLETED, 60, Story.ELIF);
    john.backend.say(new ServerMessage.VideoCallEnded(over));
    john.says(Story.event(2, over, Instant.now()));
    assertThat(john.by("event-join")).hasCount(0);
    assertThat(john.by("call-entry").first()).containsText("Video call with Elif Kaya started");
    assertThat(john.by("call-entry").last()).containsText("Video call · 1:00");
    john.reload();
    assertThat(john.by("event-join")).hasCount(0);
    assertThat(john.by("call-entry").first()).containsText("Video call with Elif Kaya started");
  }

  @Test
  void aCallWhoseEndWasNotHeardIsOverWhenTheThreadOrTheNextWelcomeSaysSo() {
    CallSnapshot connecting = Story.then(Story.ring("c1", 45), CallState.CONNECTING);
    CallSnapshot active = Story.then(connecting, CallState.ACTIVE);
    john.room.entries.add(Story.started(1, active, Instant.now()));
    john.backend.live = java.util.List.of(active);
    john.open();
    assertThat(john.by("event-join")).hasCount(1);
    CallSnapshot over = Story.over(active, CallState.ENDED, CallOutcome.COMPLETED, 60, Story.ELIF);
    john.says(Story.event(2, over, Instant.now()));
    assertThat(john.by("event-join")).hasCount(0);

    CallSnapshot next = Story.then(Story.ring("c2", 45), CallState.CONNECTING);
    john.backend.say(new ServerMessage.VideoCallStarted(next));
    john.says(Story.started(3, next, Instant.now()));
    assertThat(john.by("event-join")).hasCount(1);
    john.offline();
    john.backend.live = java.util.List.of();
    john.back();
    assertThat(john.by("event-join")).hasCount(0);
    assertThat(john.by("call-entry").last()).containsText("Video call with Elif Kaya started");
  }

  @Test
  void onlyTheNewestMissedCallAsksForAnAnswer() {
    john.room.entries.add(
        Story.event(1, over(CallState.MISSED, CallOutcome.NO_ANSWER, 0), Instant.now()));
    john.room.entries.add(
        Story.event(2, over(CallState.MISSED, CallOutcome.OFFLINE, 0), Instant.now()));
    john.open();
    assertThat(john.by("event-call-me")).hasCount(1);
    john.by("event-call-me").click();
    john.until(() -> john.heard(ClientMessage.CallMe.class).size() == 1);
    assertThat(john.by("call-entry").last()).containsText("You asked to be called");
    assertThat(john.by("event-call-me")).hasCount(0);
    assertThat(john.by("call-me")).hasAttribute("data-state", "asked");
    assertThat(john.page.locator("#live")).containsText("The team has been told");
  }

  @Test
  void aSecondWishIsAnsweredKindly() {
    john.open();
    john.room.callMeRefusal = ErrorCode.RATE_LIMITED;
    john.by("call-me").click();
    assertThat(john.page.locator("#live")).containsText("You can ask again in 2 min.");
    assertThat(john.by("call-me")).hasAttribute("aria-disabled", "true");
    john.by("call-me").click(new Locator.ClickOptions().setForce(true));
    assertThat(john.page.locator("#live")).containsText("knows already that you");
    assertThat(john.heard(ClientMessage.CallMe.class)).hasSize(1);
  }

  @Test
  void aWishMadeOfflineIsToldOnceWhenTheLineIsBack() {
    john.open();
    john.offline();
    john.by("call-me").click();
    assertThat(john.by("call-me")).containsText("Waiting for connection");
    john.back();
    assertThat(john.by("call-entry")).containsText("You asked to be called");
    assertThat(john.heard(ClientMessage.CallMe.class)).hasSize(1);
  }
}
