package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleCalls;
import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.CallRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of calls while the page is looked at.
class CallsNewsTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final CallId CALL = new CallId("c");

  @TempDir Path home;

  private DeskRig rig;
  private SampleCalls sample;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    sample = new SampleCalls(rig.backend(), rig.now());
    sample.fill();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private ListView<CallRow> show() {
    rig.show(Samples.elif(), 1440, 900);
    rig.press(Ids.NAV_CALLS);
    @SuppressWarnings("unchecked")
    ListView<CallRow> list = (ListView<CallRow>) rig.await(Ids.CALLS_HISTORY);
    rig.until("8 rows", () -> list.getItems().size() == 8);
    rig.await(Ids.CALLS_LIVE_CARD + "live-john");
    return list;
  }

  private long pages() {
    return rig.backend().requests().stream()
        .filter(asked -> asked.startsWith("GET /api/video-calls?"))
        .count();
  }

  private void johnsEnds() {
    LiveCall live = sample.johns();
    rig.backend()
        .socket()
        .say(
            new ServerMessage.TeamCall(
                new LiveCall(
                    Samples.ended(
                        live.call(),
                        CallState.ENDED,
                        CallOutcome.COMPLETED,
                        Duration.ofSeconds(776),
                        rig.now(),
                        null),
                    rig.now(),
                    live.provider(),
                    live.position(),
                    null,
                    List.of(),
                    live.recording(),
                    false)));
  }

  @Test
  void aCallThatTheFirstAnswerLacksComesIntoTheHistorySoonAfter() {
    ListView<CallRow> list = show();
    long before = pages();
    johnsEnds();
    rig.awaitGone(Ids.CALLS_LIVE_CARD + "live-john");
    rig.skip(JustEnded.SPREAD.plusMillis(100));
    rig.until("asked for the first time", () -> pages() > before);
    assertThat(DeskRig.fx(() -> list.getItems().size())).isEqualTo(8);
    CallRow over =
        SampleCalls.row(
            "john",
            "John Doe",
            rig.now().minusSeconds(790),
            CallOutcome.COMPLETED,
            776,
            null,
            0,
            Samples.ELIF);
    rig.backend().calls().add(over);

    rig.skip(Duration.ofMillis(1100));

    rig.until("it is there", () -> list.getItems().size() == 9);
  }

  @Test
  void asksAFewTimesOnlyForWhatTheFilterLeavesOut() {
    JustEnded ended = new JustEnded(() -> 0);
    ended.add(CALL, START);
    assertThat(askedAt(ended, 3600)).containsExactly(0, 1, 3, 7, 12);
    ended.add(CALL, START);
    assertThat(ended.isDue(START.plusSeconds(1), _ -> true)).as("it is there").isFalse();
    assertThat(askedAt(ended, 3600)).as("judged").containsExactly(12);
  }

  @Test
  void twoConsolesDoNotAskAtTheSameMoment() {
    JustEnded later = new JustEnded(() -> 1);
    later.add(CALL, START);
    assertThat(askedAt(later, 3600)).containsExactly(2, 3, 5, 9, 14);
    JustEnded between = new JustEnded(() -> 0.5);
    between.add(CALL, START);
    assertThat(askedAt(between, 3600)).containsExactly(1, 2, 4, 8, 13);
  }

  private static List<Integer> askedAt(JustEnded ended, int seconds) {
    List<Integer> asked = new ArrayList<>();
    for (int i = 0; i <= seconds; i++) {
      if (ended.isDue(START.plusSeconds(i), _ -> false)) {
        asked.add(i);
      }
    }
    return asked;
  }

  @Test
  void anInterviewInWhichOneIsLeadsBackIntoIt() {
    rig.backend().meetings().add(SampleMeeting.john("m-john", rig.now().plusSeconds(60)).build());
    show();
    rig.await(Ids.CALLS_NEXT_RETURN + "m-john");
    assertThat(rig.find(Ids.CALLS_NEXT_JOIN + "m-john")).isNull();
    rig.await(Ids.CALLS_NEXT_JOIN + "m-selim");
    johnsEnds();
    rig.await(Ids.CALLS_NEXT_JOIN + "m-john");
    rig.awaitGone(Ids.CALLS_NEXT_RETURN + "m-john");
  }
}
