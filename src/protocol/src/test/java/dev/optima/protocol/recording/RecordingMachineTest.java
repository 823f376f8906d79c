package dev.optima.protocol.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.message.CallRecording.State;
import dev.optima.protocol.recording.RecordingDecision.Reason;
import dev.optima.protocol.recording.RecordingDecision.Refusal;
import dev.optima.protocol.recording.RecordingDecision.Transition;
import dev.optima.protocol.recording.RecordingDecision.Unchanged;
import dev.optima.protocol.recording.RecordingTrack.Run;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordingMachineTest {
  private static final Instant T = Instant.parse("2026-11-23T09:00:00Z");
  private static final RecordingEvent ASK = new RecordingEvent.Ask(true);
  private static final RecordingEvent PLANNED = new RecordingEvent.Ask(false);
  private static final RecordingEvent YES = new RecordingEvent.Answer(true, T);
  private static final RecordingEvent NO = new RecordingEvent.Answer(false, T);

  private static RecordingEvent started(RecordingMode mode, int second) {
    return new RecordingEvent.Started(mode, T.plusSeconds(second));
  }

  private static RecordingEvent stopped(RecordingMode mode, int second) {
    return new RecordingEvent.Stopped(mode, T.plusSeconds(second));
  }

  private static RecordingSession after(RecordingEvent... events) {
    RecordingSession session = RecordingSession.NEW;
    for (RecordingEvent event : events) {
      session = RecordingMachine.on(session, event, true).session();
    }
    return session;
  }

  private static RecordingDecision then(RecordingSession session, RecordingEvent event) {
    return RecordingMachine.on(session, event, true);
  }

  @Test
  void recordsAfterTheApplicantAgreedAndStopsWhenToldSo() {
    RecordingSession session = after(ASK, YES, started(RecordingMode.FILE, 1));
    assertThat(session.state()).isEqualTo(State.RECORDING);
    assertThat(session.mustStop()).isFalse();
    assertThat(after(ASK, YES, started(RecordingMode.FILE, 1), stopped(RecordingMode.FILE, 9)))
        .extracting(RecordingSession::state)
        .isEqualTo(State.AGREED);
  }

  @Test
  void fileAndTranscriptRunBesideEachOther() {
    RecordingSession both =
        after(ASK, YES, started(RecordingMode.FILE, 1), started(RecordingMode.TRANSCRIPTION, 2));
    RecordingSession one = then(both, stopped(RecordingMode.FILE, 3)).session();
    assertThat(one.state()).isEqualTo(State.RECORDING);
    assertThat(then(one, stopped(RecordingMode.TRANSCRIPTION, 4)).session().state())
        .isEqualTo(State.AGREED);
  }

  @Test
  void whatBeginsWithoutConsentIsAstrayWhateverTheState() {
    for (List<RecordingEvent> before :
        List.of(List.<RecordingEvent>of(), List.of(ASK), List.of(ASK, NO), List.of(ASK, YES, NO))) {
      RecordingSession session = after(before.toArray(RecordingEvent[]::new));
      RecordingSession next = then(session, started(RecordingMode.FILE, 1)).session();
      assertThat(next.state()).isEqualTo(session.state()).isNotEqualTo(State.RECORDING);
      assertThat(next.mustStop()).isTrue();
      assertThat(then(next, stopped(RecordingMode.FILE, 2)).session().mustStop()).isFalse();
    }
  }

  @Test
  void aLaterYesDoesNotMakeGoodWhatRanBefore() {
    RecordingSession session = after(ASK, started(RecordingMode.FILE, 1), YES);
    assertThat(session.state()).isEqualTo(State.AGREED);
    assertThat(session.mustStop()).isTrue();
    assertThat(then(session, started(RecordingMode.FILE, 2))).isInstanceOf(Unchanged.class);
    RecordingSession clean = then(session, stopped(RecordingMode.FILE, 3)).session();
    assertThat(then(clean, started(RecordingMode.FILE, 4)).session().state())
        .isEqualTo(State.RECORDING);
  }

  @Test
  void withdrawingLeavesWhatRunsAstrayAtOnce() {
    RecordingSession session = after(ASK, YES, started(RecordingMode.FILE, 1), NO);
    assertThat(session.state()).isEqualTo(State.WITHDRAWN);
    assertThat(session.file().run()).isEqualTo(Run.STRAY);
    RecordingSession stopped = then(session, stopped(RecordingMode.FILE, 3)).session();
    assertThat(stopped.state()).isEqualTo(State.WITHDRAWN);
    assertThat(stopped.mustStop()).isFalse();
  }

  @Test
  void afterANoAPersonMayAskOnceMoreAndAMeetingMayNot() {
    RecordingSession refused = after(PLANNED, NO);
    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(then(refused, PLANNED)).isInstanceOf(Unchanged.class);
    RecordingSession again = then(refused, ASK).session();
    assertThat(again.state()).isEqualTo(State.ASKED);
    RecordingSession refusedAgain = then(again, NO).session();
    assertThat(then(refusedAgain, ASK)).isEqualTo(new Refusal(Reason.ASKED_ENOUGH, refusedAgain));
  }

  @Test
  void withdrawnMayBeAskedOnceMoreToo() {
    RecordingSession again = after(ASK, YES, NO, ASK, YES);
    assertThat(again.state()).isEqualTo(State.AGREED);
    RecordingSession withdrawn = then(again, NO).session();
    assertThat(then(withdrawn, ASK)).isInstanceOf(Refusal.class);
  }

  @Test
  void nobodyAnswersWhatWasNotAskedOrIsAnswered() {
    assertThat(then(RecordingSession.NEW, YES))
        .isEqualTo(new Refusal(Reason.NOT_ASKED, RecordingSession.NEW));
    RecordingSession refused = after(ASK, NO);
    assertThat(then(refused, YES)).isEqualTo(new Refusal(Reason.STALE, refused));
    assertThat(then(refused, NO)).isInstanceOf(Unchanged.class);
    assertThat(then(after(ASK), ASK)).isInstanceOf(Unchanged.class);
    assertThat(then(after(ASK, YES), YES)).isInstanceOf(Unchanged.class);
  }

  @Test
  void newsOutOfOrderChangeNothing() {
    RecordingSession over =
        after(ASK, YES, started(RecordingMode.FILE, 5), stopped(RecordingMode.FILE, 9));
    assertThat(then(over, started(RecordingMode.FILE, 5))).isInstanceOf(Unchanged.class);
    RecordingSession second = then(over, started(RecordingMode.FILE, 20)).session();
    assertThat(then(second, stopped(RecordingMode.FILE, 9))).isInstanceOf(Unchanged.class);
    RecordingSession endFirst = after(ASK, YES, stopped(RecordingMode.FILE, 9));
    assertThat(then(endFirst, started(RecordingMode.FILE, 5)).session().state())
        .isEqualTo(State.AGREED);
  }

  @Test
  void whatBeganBeforeTheYesIsAstrayThoughItIsToldLater() {
    RecordingSession late = after(ASK, YES, started(RecordingMode.FILE, -60));
    assertThat(late.state()).isEqualTo(State.AGREED);
    assertThat(late.mustStop()).isTrue();
    assertThat(after(ASK, YES, started(RecordingMode.FILE, -2)).state())
        .as("clocks are not the same everywhere")
        .isEqualTo(State.RECORDING);
  }

  @Test
  void onceTheCallIsOverOnlyTheMediaServerIsHeard() {
    RecordingSession asked = after(ASK);
    for (RecordingEvent event : List.of(ASK, YES, NO)) {
      assertThat(RecordingMachine.on(asked, event, false))
          .isEqualTo(new Refusal(Reason.STALE, asked));
    }
    RecordingSession recording = after(ASK, YES, started(RecordingMode.FILE, 1));
    assertThat(RecordingMachine.on(recording, stopped(RecordingMode.FILE, 2), false).session())
        .extracting(RecordingSession::state)
        .isEqualTo(State.AGREED);
  }

  @Test
  void neverRecordsWithoutAYesThatStandsWhateverHappens() {
    var random = new Random(20261123);
    for (int walk = 0; walk < 2_000; walk++) {
      RecordingSession session = RecordingSession.NEW;
      boolean yes = false;
      for (int step = 0; step < 40; step++) {
        RecordingEvent event = any(random, step);
        RecordingDecision decision = then(session, event);
        if (decision instanceof Transition(RecordingSession next)) {
          assertThat(next.version()).isEqualTo(session.version() + 1);
          yes = event instanceof RecordingEvent.Answer(boolean given, _) ? given : yes;
        } else {
          assertThat(decision.session()).isEqualTo(session);
        }
        session = decision.session();
        boolean on = session.file().run() == Run.ON || session.transcription().run() == Run.ON;
        assertThat(session.state() == State.RECORDING).isEqualTo(on);
        assertThat(on && !yes).as("recorded without consent: %s", session).isFalse();
      }
    }
  }

  private static RecordingEvent any(Random random, int step) {
    RecordingMode mode = RecordingMode.values()[random.nextInt(2)];
    int at = Math.max(0, step - random.nextInt(4));
    return switch (random.nextInt(6)) {
      case 0 -> ASK;
      case 1 -> PLANNED;
      case 2 -> YES;
      case 3 -> NO;
      case 4 -> started(mode, at);
      default -> stopped(mode, at);
    };
  }
}
