package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.scripted.Failures;
import dev.optima.scripted.Frame;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What breaks on the way is entered again, each time with another token; and what was missed
/// meanwhile is asked for.
class JitsiComesBackTest {
  private static final String READING =
      "{at: %d, rtt: 0.04, jitter: 0.003, received: %d, lost: %d, bytes: %d, decoded: %d,"
          + " width: 1280, height: 720, fps: 30, sent: {available: null}, connected: true}";

  @RegisterExtension static final HostedCall hosted = new HostedCall();

  private static LocatorAssertions.IsVisibleOptions within(int seconds) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(seconds * 1000.0);
  }

  private static int joins(HostedSide side) {
    return side.backend.heard(ClientMessage.VideoCallJoined.class).size();
  }

  @Test
  void whoDidNotHearThatTheOthersWentOnAsksWhenTheLineIsBack() {
    HostedSide john = hosted.john();
    john.join(hosted.call);
    john.backend.down = true;
    john.backend.cut();
    assertThat(john.problem("socket_lost")).isVisible();
    var direct =
        JoinTicket.direct(
            Side.CALL, hosted.server.origin() + "/call/c1#ticket=oct_again", List.of());
    john.backend.rest.put(
        "POST /api/video-calls/c1/join", asked -> new ScriptedBackend.Answer(201, direct));
    john.backend.down = false;

    assertThat(john.body("[data-carrier=direct]")).isVisible(within(15));
    assertThat(john.page.locator("iframe")).hasCount(0);
  }

  @Test
  void aCrashIsEnteredAgainOnceAndThenSaid() {
    HostedSide john = hosted.john();
    int before = hosted.jitsi.frames().size();
    Frame first = john.join(hosted.call);
    int entered = hosted.jitsi.frames().size();
    int told = joins(john);
    first.fail(Failures.conference("connection.droppedError"));
    Frame second = john.joined(entered);

    assertThat(second.token()).isNotEqualTo(first.token());
    john.until(first::isGone);
    john.until(() -> joins(john) > told);
    assertThat(hosted.jitsi.frames()).hasSize(before + 2);

    second.fail(Failures.conference("connection.droppedError"));
    assertThat(john.problem("provider_down")).isVisible();
    john.until(second::isGone);
    int tried = hosted.jitsi.frames().size();
    john.by("problem-retry").click();
    john.joined(tried);
    assertThat(john.by("problem")).isHidden();
  }

  @Test
  void whoIsNotLetInOnceMoreReadsWhyAndNotThatTheServerIsAway() {
    HostedSide john = hosted.john();
    Frame frame = john.join(hosted.call);
    john.backend.rest.put(
        "POST /api/video-calls/c1/join",
        asked -> new ScriptedBackend.Answer(403, Map.of("code", "forbidden")));
    frame.fail(Failures.conference("connection.droppedError"));
    assertThat(john.problem("not_yours")).isVisible(within(10));
    assertThat(john.problem("provider_down")).isHidden();
    john.until(frame::isGone);
  }

  @Test
  void aCallThatIsOverMeanwhileIsOverThereToo() {
    HostedSide john = hosted.john();
    Frame frame = john.join(hosted.call);
    var over = Story.over(hosted.call, CallState.ENDED, CallOutcome.COMPLETED, 766, Story.ELIF);
    john.backend.rest.put(
        "POST /api/video-calls/c1/join",
        asked -> new ScriptedBackend.Answer(409, Map.of("code", "stale", "call", over)));
    frame.fail(Failures.conference("connection.droppedError"));
    assertThat(john.body("[data-state=ended]")).isVisible(within(10));
    assertThat(john.by("problem")).isHidden();
  }

  @Test
  void figuresOutOfTheFrameAreShownAndReportedAndWithoutThemNothingIs() {
    hosted.jitsi.attend(JitsiTickets.ROOM, "John Doe");
    HostedSide elif = hosted.elif().inConsole();
    elif.join(hosted.call);
    hosted.active();
    assertThat(elif.body("[data-state=connected]")).isVisible();
    elif.page.waitForTimeout(5_500);
    assertThat(elif.backend.heard(ClientMessage.VideoCallQuality.class)).isEmpty();
    assertThat(elif.page.evaluate("said.some(m => m.type === 'stats')")).isEqualTo(false);

    for (int n = 0; n < 4; n++) {
      elif.command(
          "{type: 'frame_stats', reading: "
              + READING.formatted(1000 + 2000 * n, 498 * n, 2 * n, 400_000 * n, 60 * n)
              + "}");
      elif.page.waitForTimeout(1_500);
    }
    elif.until(() -> !elif.backend.heard(ClientMessage.VideoCallQuality.class).isEmpty());
    assertThat(
            elif.page.evaluate(
                "said.some(m => m.type === 'stats' && m.bars === 4 && m.bitrate === 1600000 &&"
                    + " m.loss === 0.004)"))
        .isEqualTo(true);
  }
}
