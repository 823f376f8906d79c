package dev.optima.protocol.call;

import static dev.optima.protocol.call.Calls.ELIF;
import static dev.optima.protocol.call.Calls.JOHN;
import static dev.optima.protocol.call.Calls.MACHINE;
import static dev.optima.protocol.call.Calls.MERT;
import static dev.optima.protocol.call.Calls.STRANGER;
import static dev.optima.protocol.call.Calls.at;
import static dev.optima.protocol.call.Calls.in;
import static dev.optima.protocol.call.Calls.then;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.call.CallDecision.Reason;
import dev.optima.protocol.call.CallDecision.Refusal;
import dev.optima.protocol.call.CallDecision.Transition;
import dev.optima.protocol.call.CallDecision.Unchanged;
import dev.optima.protocol.id.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallMachineTest {

  private static final Map<String, UserId> PEOPLE =
      Map.of("recruiter", ELIF, "applicant", JOHN, "stranger", STRANGER);

  /// The whole table: what each event does in each state, at a moment inside the state's time.
  @ParameterizedTest(name = "{0}: {1} by {2} -> {3}")
  @CsvSource({
    "RINGING, accept, applicant, CONNECTING",
    "RINGING, accept, recruiter, FORBIDDEN",
    "RINGING, reject, applicant, REJECTED",
    "RINGING, reject, recruiter, FORBIDDEN",
    "RINGING, cancel, recruiter, CANCELLED",
    "RINGING, cancel, applicant, FORBIDDEN",
    "RINGING, end, recruiter, CANCELLED",
    "RINGING, end, applicant, REJECTED",
    "RINGING, leave, recruiter, CANCELLED",
    "RINGING, leave, applicant, REJECTED",
    "RINGING, joined, recruiter, TOO_EARLY",
    "RINGING, joined, applicant, TOO_EARLY",
    "RINGING, alive, recruiter, TOO_EARLY",
    "RINGING, waiting, applicant, TOO_EARLY",
    "RINGING, lost, applicant, UNCHANGED",
    "RINGING, move, recruiter, TOO_EARLY",
    "RINGING, move, applicant, TOO_EARLY",
    "RINGING, invite, recruiter, RINGING",
    "RINGING, invite, stranger, FORBIDDEN",
    "RINGING, interview, stranger, RINGING",
    "RINGING, invite, applicant, FORBIDDEN",
    "RINGING, deadline, recruiter, UNCHANGED",
    "RINGING, restarted, recruiter, UNCHANGED",
    "RINGING, admin, stranger, CANCELLED",
    "CONNECTING, accept, applicant, STALE",
    "CONNECTING, reject, applicant, STALE",
    "CONNECTING, cancel, recruiter, STALE",
    "CONNECTING, end, recruiter, ENDED",
    "CONNECTING, end, applicant, ENDED",
    "CONNECTING, leave, applicant, ENDED",
    "CONNECTING, joined, recruiter, CONNECTING",
    "CONNECTING, joined, applicant, CONNECTING",
    "CONNECTING, alive, applicant, CONNECTING",
    "CONNECTING, waiting, applicant, CONNECTING",
    "CONNECTING, waiting, recruiter, CONNECTING",
    "CONNECTING, waiting, stranger, FORBIDDEN",
    "CONNECTING, lost, applicant, UNCHANGED",
    "CONNECTING, move, recruiter, CONNECTING",
    "CONNECTING, move, applicant, CONNECTING",
    "CONNECTING, move, stranger, FORBIDDEN",
    "CONNECTING, invite, recruiter, CONNECTING",
    "CONNECTING, invite, stranger, FORBIDDEN",
    "CONNECTING, interview, stranger, CONNECTING",
    "CONNECTING, deadline, recruiter, UNCHANGED",
    "CONNECTING, restarted, recruiter, UNCHANGED",
    "CONNECTING, admin, stranger, ENDED",
    "ACTIVE, accept, applicant, STALE",
    "ACTIVE, reject, applicant, STALE",
    "ACTIVE, cancel, recruiter, STALE",
    "ACTIVE, end, recruiter, ENDED",
    "ACTIVE, end, applicant, ENDED",
    "ACTIVE, leave, recruiter, ENDED",
    "ACTIVE, joined, recruiter, ACTIVE",
    "ACTIVE, alive, applicant, ACTIVE",
    "ACTIVE, waiting, applicant, UNCHANGED",
    "ACTIVE, lost, applicant, ACTIVE",
    "ACTIVE, lost, recruiter, ACTIVE",
    "ACTIVE, lost, stranger, UNCHANGED",
    "ACTIVE, move, recruiter, ACTIVE",
    "ACTIVE, move, applicant, ACTIVE",
    "ACTIVE, move, stranger, FORBIDDEN",
    "ACTIVE, invite, recruiter, ACTIVE",
    "ACTIVE, invite, stranger, FORBIDDEN",
    "ACTIVE, interview, stranger, ACTIVE",
    "ACTIVE, deadline, recruiter, UNCHANGED",
    "ACTIVE, restarted, recruiter, ACTIVE",
    "ACTIVE, admin, stranger, ENDED",
    "RECONNECTING, accept, applicant, STALE",
    "RECONNECTING, reject, applicant, STALE",
    "RECONNECTING, cancel, recruiter, STALE",
    "RECONNECTING, end, recruiter, ENDED",
    "RECONNECTING, end, applicant, ENDED",
    "RECONNECTING, leave, recruiter, ENDED",
    "RECONNECTING, joined, applicant, ACTIVE",
    "RECONNECTING, alive, applicant, ACTIVE",
    "RECONNECTING, alive, recruiter, RECONNECTING",
    "RECONNECTING, waiting, applicant, UNCHANGED",
    "RECONNECTING, waiting, recruiter, UNCHANGED",
    "RECONNECTING, lost, applicant, RECONNECTING",
    "RECONNECTING, lost, recruiter, RECONNECTING",
    "RECONNECTING, lost, stranger, UNCHANGED",
    "RECONNECTING, move, applicant, RECONNECTING",
    "RECONNECTING, move, stranger, FORBIDDEN",
    "RECONNECTING, invite, recruiter, RECONNECTING",
    "RECONNECTING, invite, stranger, FORBIDDEN",
    "RECONNECTING, interview, stranger, RECONNECTING",
    "RECONNECTING, deadline, recruiter, UNCHANGED",
    "RECONNECTING, restarted, recruiter, UNCHANGED",
    "RECONNECTING, admin, stranger, ENDED",
  })
  void table(CallState state, String event, String by, String expected) {
    CallSession before = in(state);
    long soon = state == CallState.RECONNECTING ? 60 : 12;

    CallDecision decision =
        MACHINE.on(before, event(event, PEOPLE.getOrDefault(by, STRANGER)), at(soon));

    String result =
        switch (decision) {
          case Transition(CallSession next, _) -> next.state().name();
          case Refusal(Reason reason, _) -> reason.name();
          case Unchanged _ -> "UNCHANGED";
        };
    assertThat(result).isEqualTo(expected);
  }

  @Test
  void whoMovesToAnotherProviderGetsTheTimeForItAnew() {
    var move = new CallEvent.Move(JOHN);
    CallSession connecting = in(CallState.CONNECTING); // since 5 s, until 35 s
    CallSession moved = then(connecting, move, 34);
    assertThat(moved.deadline()).isEqualTo(at(64));
    assertThat(MACHINE.on(connecting, move, at(34)))
        .isEqualTo(new Transition(moved, List.of(new CallEffect.Moved())));
    assertThat(MACHINE.on(connecting, move, at(35)))
        .isEqualTo(new Refusal(Reason.STALE, connecting));
    CallSession early = then(connecting, move, 5);
    assertThat(early.deadline()).as("never less than before").isEqualTo(connecting.deadline());

    CallSession active = in(CallState.ACTIVE);
    assertThat(then(active, move, 20).deadline())
        .as("the evidence counts on, and whoever does not come over is lost as ever")
        .isEqualTo(active.deadline());
    assertThat(then(active, move, 20).togetherSince()).isEqualTo(active.togetherSince());
  }

  @Test
  void whoHasLeftMovesNobody() {
    CallSession panel = then(in(CallState.ACTIVE), Calls.interview(MERT), 12);
    CallSession left = then(panel, new CallEvent.Leave(MERT), 13);
    assertThat(MACHINE.on(left, new CallEvent.Move(MERT), at(14)))
        .isEqualTo(new Refusal(Reason.STALE, left));
    assertThat(then(left, new CallEvent.Move(ELIF), 14).version()).isEqualTo(left.version() + 1);
  }

  @Test
  void theBuiltInProviderTakesNoMoreThanItCan() {
    CallSession active = in(CallState.ACTIVE);
    List<Participant> crowd = new ArrayList<>(active.participants());
    for (String who : List.of("a", "b", "c")) {
      crowd.add(Calls.recruiter(new UserId(who)));
    }
    CallSession five =
        new CallSession(
            active.callId(),
            active.roomId(),
            active.callerId(),
            null,
            CallState.ACTIVE,
            active.version(),
            crowd,
            active.createdAt(),
            active.deadline(),
            active.startedAt(),
            active.togetherSince(),
            active.together(),
            null,
            null,
            null);
    assertThat(MACHINE.on(five, new CallEvent.Move(ELIF), at(12)))
        .isEqualTo(new Refusal(Reason.FULL, five));
  }

  @ParameterizedTest
  @EnumSource(
      value = CallState.class,
      names = {"ENDED", "REJECTED", "MISSED", "CANCELLED", "FAILED"})
  void aTerminalStateIsFinal(CallState state) {
    CallSession ended = in(state);
    for (String event :
        List.of("accept", "reject", "joined", "alive", "end", "leave", "admin", "interview")) {
      assertThat(MACHINE.on(ended, event(event, JOHN), at(500)))
          .as(event)
          .isEqualTo(new Refusal(Reason.STALE, ended));
    }
    assertThat(MACHINE.on(ended, new CallEvent.Cancel(ELIF), at(500)))
        .isEqualTo(new Refusal(Reason.STALE, ended));
    assertThat(MACHINE.on(ended, new CallEvent.Deadline(), at(500)))
        .isEqualTo(new Unchanged(ended));
    assertThat(MACHINE.on(ended, new CallEvent.Lost(JOHN), at(500)))
        .isEqualTo(new Unchanged(ended));
    assertThat(MACHINE.on(ended, new CallEvent.Restarted(), at(500)))
        .isEqualTo(new Unchanged(ended));
  }

  @ParameterizedTest
  @EnumSource(CallState.class)
  void aStrangerMayNothing(CallState state) {
    for (String event : List.of("accept", "reject", "cancel", "end", "leave", "joined", "alive")) {
      assertThat(MACHINE.on(in(state), event(event, STRANGER), at(12)))
          .as(event)
          .isEqualTo(new Refusal(Reason.FORBIDDEN, in(state)));
    }
  }

  @Test
  void anOfflineApplicantIsMissedWithoutARing() {
    CallSession missed = Calls.requested(false);
    assertThat(missed.state()).isEqualTo(CallState.MISSED);
    assertThat(missed.outcome()).isEqualTo(CallOutcome.OFFLINE);
    assertThat(missed.endedAt()).isEqualTo(at(0));
    assertThat(missed.deadline()).isNull();
  }

  @Test
  void aRingEndsExactlyAtItsDeadline() {
    CallSession ringing = Calls.ringing();
    assertThat(ringing.deadline()).isEqualTo(at(45));
    assertThat(MACHINE.on(ringing, new CallEvent.Deadline(), at(45).minusMillis(1)))
        .isInstanceOf(Unchanged.class);
    CallSession missed = then(ringing, new CallEvent.Deadline(), 45);
    assertThat(missed.state()).isEqualTo(CallState.MISSED);
    assertThat(missed.outcome()).isEqualTo(CallOutcome.NO_ANSWER);
    assertThat(MACHINE.on(ringing, new CallEvent.Accept(JOHN), at(45)))
        .as("an answer after the deadline comes too late, swept or not")
        .isEqualTo(new Refusal(Reason.STALE, ringing));
  }

  @Test
  void nobodyReachesTheRoom() {
    CallSession failed = then(Calls.connecting(), new CallEvent.Deadline(), 35);
    assertThat(failed.state()).isEqualTo(CallState.FAILED);
    assertThat(failed.outcome()).isEqualTo(CallOutcome.NOT_JOINED);
    assertThat(failed.duration(at(100))).isZero();
  }

  @Test
  void theDurationIsTheTimeTogether() {
    CallSession ended = then(Calls.active(), new CallEvent.End(JOHN, false), 40);
    assertThat(ended.duration(at(1000))).isEqualTo(Duration.ofSeconds(30));
    assertThat(ended.startedAt()).isEqualTo(at(10));
    assertThat(ended.endedAt()).isEqualTo(at(40));
    assertThat(ended.endedBy()).isEqualTo(JOHN);
    assertThat(ended.outcome()).isEqualTo(CallOutcome.COMPLETED);
  }

  @Test
  void evidenceProlongsTheLease() {
    CallSession one = then(Calls.active(), new CallEvent.Alive(JOHN), 30);
    assertThat(one.deadline()).as("Elif was last seen at 8 s").isEqualTo(at(53));
    CallSession both = then(one, new CallEvent.Alive(ELIF), 40);
    assertThat(both.deadline()).isEqualTo(at(75));
    assertThat(MACHINE.on(both, new CallEvent.Deadline(), at(74))).isInstanceOf(Unchanged.class);
  }

  @Test
  void aLostSideThatComesBackResumesTheSameCall() {
    CallSession lost = Calls.reconnecting();
    assertThat(lost.state()).isEqualTo(CallState.RECONNECTING);
    assertThat(lost.deadline()).isEqualTo(at(55 + 90));

    CallSession back = then(lost, new CallEvent.Joined(JOHN), 70);
    assertThat(back.state()).isEqualTo(CallState.ACTIVE);
    CallSession ended = then(back, new CallEvent.End(ELIF, false), 80);
    assertThat(ended.outcome()).isEqualTo(CallOutcome.COMPLETED);
    assertThat(ended.duration(at(80)))
        .as("from 10 s to the last evidence of John (10 s), then 70 s to 80 s")
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aLostSideThatStaysAwayDropsTheCallAtTheLastEvidence() {
    CallSession seen = then(Calls.active(), new CallEvent.Alive(JOHN), 30);
    CallSession alive = then(seen, new CallEvent.Alive(ELIF), 70);
    CallSession lost = then(alive, new CallEvent.Deadline(), 75);
    CallSession dropped = then(lost, new CallEvent.Deadline(), 165);
    assertThat(dropped.state()).isEqualTo(CallState.ENDED);
    assertThat(dropped.outcome()).isEqualTo(CallOutcome.DROPPED);
    assertThat(dropped.endedAt()).isEqualTo(at(30));
    assertThat(dropped.duration(at(500))).isEqualTo(Duration.ofSeconds(20));
    assertThat(dropped.endedBy()).isNull();
  }

  /// Both came, and of one of them nothing was seen after that.
  @Test
  void whoWereTogetherForNoTimeHaveNotMet() {
    CallSession lost = Calls.reconnecting();
    CallSession failed = then(lost, new CallEvent.Deadline(), 145);
    assertThat(failed.state()).isEqualTo(CallState.FAILED);
    assertThat(failed.outcome()).isEqualTo(CallOutcome.NOT_JOINED);
    assertThat(failed.startedAt()).isNull();
    assertThat(failed.endedAt()).isEqualTo(at(145));
    CallSession given = then(lost, new CallEvent.End(ELIF, false), 60);
    assertThat(given.state()).isEqualTo(CallState.ENDED);
    assertThat(given.outcome()).isEqualTo(CallOutcome.ABANDONED);
    assertThat(given.startedAt()).isNull();
    CallSession back = then(lost, new CallEvent.Joined(JOHN), 60);
    assertThat(then(back, new CallEvent.End(ELIF, false), 61).outcome())
        .isEqualTo(CallOutcome.COMPLETED);
  }

  @Test
  void whomTheMediaServerMissesCountsAsPresentForFifteenSecondsOnly() {
    CallSession seen =
        then(then(Calls.active(), new CallEvent.Alive(ELIF), 30), new CallEvent.Alive(JOHN), 31);
    assertThat(seen.deadline()).isEqualTo(at(75));
    CallSession missed = then(seen, new CallEvent.Lost(JOHN), 32);
    assertThat(missed.deadline()).isEqualTo(at(47));
    CallSession other = then(missed, new CallEvent.Alive(ELIF), 40);
    assertThat(other.deadline()).as("the other side's signs help nothing").isEqualTo(at(47));
    CallSession lost = then(other, new CallEvent.Deadline(), 47);
    assertThat(lost.state()).isEqualTo(CallState.RECONNECTING);
    assertThat(lost.deadline()).as("the usual time to come back").isEqualTo(at(47 + 90));
    CallSession dropped = then(lost, new CallEvent.Deadline(), 137);
    assertThat(dropped.outcome()).isEqualTo(CallOutcome.DROPPED);
    assertThat(dropped.duration(at(500)))
        .as("what was seen of John until 31 s stays true")
        .isEqualTo(Duration.ofSeconds(21));
  }

  @Test
  void whoIsMissedAndShowsThemselvesHasTheWholeLease() {
    CallSession missed = then(Calls.active(), new CallEvent.Lost(JOHN), 12);
    assertThat(missed.deadline()).isEqualTo(at(27));
    CallSession back =
        then(then(missed, new CallEvent.Alive(JOHN), 15), new CallEvent.Alive(ELIF), 16);
    assertThat(back.deadline()).isEqualTo(at(60));
    CallSession again = then(Calls.reconnecting(), new CallEvent.Joined(JOHN), 60);
    assertThat(again.state()).isEqualTo(CallState.ACTIVE);
  }

  @Test
  void aLossSaidTwiceCountsFromTheFirst() {
    CallSession missed = then(Calls.active(), new CallEvent.Lost(JOHN), 12);
    assertThat(MACHINE.on(missed, new CallEvent.Lost(JOHN), at(20)))
        .isEqualTo(new Unchanged(missed));
  }

  @Test
  void aColleagueWhoIsMissedIsNoLossToTheCall() {
    CallSession panel = Calls.panel();
    for (UserId who : List.of(ELIF, JOHN, MERT)) {
      panel = then(panel, new CallEvent.Alive(who), 20);
    }
    CallSession without = then(panel, new CallEvent.Lost(MERT), 21);
    assertThat(without.deadline()).isEqualTo(panel.deadline());
    assertThat(then(without, new CallEvent.Lost(ELIF), 22).deadline()).isEqualTo(at(37));
  }

  @Test
  void whileOneIsWaitedForTheOtherMayBeMissedToo() {
    CallSession both = then(Calls.reconnecting(), new CallEvent.Lost(ELIF), 56);
    assertThat(both.deadline()).isEqualTo(Calls.reconnecting().deadline());
    assertThat(then(both, new CallEvent.Alive(JOHN), 75).state())
        .as("Elif was seen at 50 s, but is missed since 56 s")
        .isEqualTo(CallState.RECONNECTING);
    assertThat(then(both, new CallEvent.Alive(JOHN), 60).state()).isEqualTo(CallState.ACTIVE);
  }

  @Test
  void afterARestartALossStillLeavesFifteenSeconds() {
    CallSession restarted = then(Calls.active(), new CallEvent.Restarted(), 300);
    CallSession missed = then(restarted, new CallEvent.Lost(JOHN), 310);
    assertThat(missed.deadline()).isEqualTo(at(325));
    assertThat(then(missed, new CallEvent.Deadline(), 325).state())
        .isEqualTo(CallState.RECONNECTING);
  }

  @Test
  void aRestartGivesALiveCallOneLease() {
    CallSession restarted = then(Calls.active(), new CallEvent.Restarted(), 300);
    assertThat(restarted.state()).isEqualTo(CallState.ACTIVE);
    assertThat(restarted.deadline()).isEqualTo(at(345));
    CallSession one = then(restarted, new CallEvent.Alive(ELIF), 310);
    assertThat(one.state()).as("John has the rest of the lease").isEqualTo(CallState.ACTIVE);
    CallSession both = then(one, new CallEvent.Alive(JOHN), 320);
    assertThat(both.deadline()).isEqualTo(at(355));
    assertThat(both.duration(at(320)))
        .as("the media went on while the backend was away")
        .isEqualTo(Duration.ofSeconds(310));
    CallSession lateGrace = then(Calls.reconnecting(), new CallEvent.Restarted(), 140);
    assertThat(lateGrace.deadline()).isEqualTo(at(185));
  }

  @Test
  void aCallThatNobodyReturnsToAfterARestartEndsAtTheLastEvidence() {
    CallSession seen =
        then(then(Calls.active(), new CallEvent.Alive(JOHN), 30), new CallEvent.Alive(ELIF), 31);
    CallSession restarted = then(seen, new CallEvent.Restarted(), 300);
    CallSession lost = then(restarted, new CallEvent.Deadline(), 345);
    CallSession dropped = then(lost, new CallEvent.Deadline(), 435);
    assertThat(dropped.outcome()).isEqualTo(CallOutcome.DROPPED);
    assertThat(dropped.endedAt()).isEqualTo(at(30));
    assertThat(dropped.duration(at(500))).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void inAPanelLeavingLeavesAndTheOwnerEndsForAll() {
    CallSession panel = Calls.panel();
    CallSession without = then(panel, new CallEvent.Leave(MERT), 20);
    assertThat(without.state()).isEqualTo(CallState.ACTIVE);
    assertThat(without.there()).isEqualTo(2);
    assertThat(then(panel, new CallEvent.End(MERT, false), 20).state()).isEqualTo(CallState.ACTIVE);
    assertThat(then(panel, new CallEvent.Leave(ELIF), 20).state())
        .as("the owner may leave too")
        .isEqualTo(CallState.ACTIVE);
    assertThat(then(panel, new CallEvent.End(ELIF, false), 20).state()).isEqualTo(CallState.ENDED);
    assertThat(then(panel, new CallEvent.Leave(JOHN), 20).state())
        .as("with the applicant gone nobody is interviewed")
        .isEqualTo(CallState.ENDED);
  }

  @Test
  void whoLeftMayComeBackByJoiningButNotByAStaleSignOfLife() {
    CallSession without = then(Calls.panel(), new CallEvent.Leave(MERT), 20);
    assertThat(MACHINE.on(without, new CallEvent.Alive(MERT), at(21)))
        .isEqualTo(new Refusal(Reason.STALE, without));
    assertThat(then(without, new CallEvent.Joined(MERT), 22).there()).isEqualTo(3);
  }

  @Test
  void aRoomHoldsFour() {
    CallSession four = then(Calls.panel(), Calls.interview(new UserId("third")), 15);
    CallEvent fifth = Calls.interview(new UserId("fourth"));
    assertThat(MACHINE.on(four, fifth, at(16))).isEqualTo(new Refusal(Reason.FULL, four));
    CallEvent asked = new CallEvent.Invite(ELIF, Calls.recruiter(new UserId("fourth")));
    assertThat(MACHINE.on(four, asked, at(16))).isEqualTo(new Refusal(Reason.FULL, four));

    CallSession three = then(four, new CallEvent.Leave(MERT), 17);
    CallSession others =
        then(three, new CallEvent.Enter(Calls.recruiter(new UserId("fourth"))), 18);
    assertThat(MACHINE.on(others, new CallEvent.Joined(MERT), at(19)))
        .as("whose place is taken")
        .isEqualTo(new Refusal(Reason.FULL, others));
  }

  private static final UserId THIRD = new UserId("third");
  private static final UserId FOURTH = new UserId("fourth");

  /// Four are in it; from 20 s on Mert gives no sign.
  private static CallSession withoutASignOfMert(int until) {
    CallSession four = then(Calls.panel(), Calls.interview(THIRD), 15);
    four = then(four, new CallEvent.Joined(THIRD), 16);
    four = then(four, new CallEvent.Alive(MERT), 20);
    for (int second = 30; second <= until; second += 10) {
      for (UserId here : List.of(ELIF, JOHN, THIRD)) {
        four = then(four, new CallEvent.Alive(here), second);
      }
    }
    return four;
  }

  @ParameterizedTest
  @CsvSource({
    "154, false", // lease 45 s, and 90 s to come back
    "155, true",
    "600, true"
  })
  void thePlaceOfWhoCrashedIsFreeOnceTheyMightHaveComeBack(int second, boolean free) {
    CallSession four = withoutASignOfMert(second);
    for (CallEvent fourth :
        List.of(new CallEvent.Enter(Calls.recruiter(FOURTH)), Calls.interview(FOURTH))) {
      CallDecision decision = MACHINE.on(four, fourth, at(second));
      assertThat(MACHINE.isFull(four, at(second))).isEqualTo(!free);
      if (!free) {
        assertThat(decision).isEqualTo(new Refusal(Reason.FULL, four));
        continue;
      }
      CallSession next = ((Transition) decision).session();
      assertThat(next.version()).isEqualTo(four.version() + 1);
      assertThat(next.there()).isEqualTo(4);
      assertThat(next.participant(MERT).orElseThrow().leftAt())
          .as("when the last sign of them counted no more")
          .isEqualTo(at(65));
      assertThat(next.state()).isEqualTo(CallState.ACTIVE);
    }
  }

  @Test
  void whoCrashedComesBackIfThereIsRoom() {
    CallSession four = withoutASignOfMert(600);
    assertThat(then(four, new CallEvent.Alive(MERT), 605).participant(MERT).orElseThrow().leftAt())
        .as("nobody took the place")
        .isNull();
    CallSession taken = then(four, new CallEvent.Enter(Calls.recruiter(FOURTH)), 605);
    for (CallEvent back : List.of(new CallEvent.Alive(MERT), new CallEvent.Joined(MERT))) {
      assertThat(MACHINE.on(taken, back, at(606))).isEqualTo(new Refusal(Reason.FULL, taken));
    }
    CallSession three = then(taken, new CallEvent.Leave(THIRD), 607);
    for (CallEvent back : List.of(new CallEvent.Alive(MERT), new CallEvent.Joined(MERT))) {
      assertThat(then(three, back, 608).participant(MERT).orElseThrow().isPresent()).isTrue();
    }
    assertThat(MACHINE.on(three, new CallEvent.Alive(THIRD), at(608)))
        .as("whoever left does not come back by a sign of life")
        .isEqualTo(new Refusal(Reason.STALE, three));
  }

  @Test
  void whoLeftTakesThePlaceOfWhoCrashed() {
    CallSession four = withoutASignOfMert(30);
    CallSession three = then(four, new CallEvent.Leave(THIRD), 31);
    CallSession others = then(three, new CallEvent.Enter(Calls.recruiter(FOURTH)), 32);
    others = then(others, new CallEvent.Joined(FOURTH), 33);
    for (int second = 40; second <= 160; second += 10) {
      for (UserId here : List.of(ELIF, JOHN, FOURTH)) {
        others = then(others, new CallEvent.Alive(here), second);
      }
    }
    CallSession back = then(others, new CallEvent.Joined(THIRD), 161);
    assertThat(back.participant(THIRD).orElseThrow().isPresent()).isTrue();
    assertThat(back.participant(MERT).orElseThrow().isPresent()).isFalse();
    assertThat(back.there()).isEqualTo(4);
  }

  @Test
  void theApplicantsPlaceIsAlwaysTheirsAndARestartTakesNobodysPlace() {
    CallSession four = withoutASignOfMert(30);
    CallSession lost = then(four, new CallEvent.Deadline(), 75);
    assertThat(lost.state()).isEqualTo(CallState.RECONNECTING);
    assertThat(MACHINE.on(lost, new CallEvent.Enter(Calls.recruiter(FOURTH)), at(164)))
        .as("Mert's last sign is the oldest")
        .isInstanceOf(Transition.class);

    CallSession restarted = then(four, new CallEvent.Restarted(), 600);
    CallEvent fifth = new CallEvent.Enter(Calls.recruiter(FOURTH));
    assertThat(MACHINE.on(restarted, fifth, at(601)))
        .as("nobody could give a sign")
        .isEqualTo(new Refusal(Reason.FULL, restarted));
    CallSession seen = then(restarted, new CallEvent.Alive(ELIF), 610);
    assertThat(MACHINE.on(seen, fifth, at(611))).isEqualTo(new Refusal(Reason.FULL, seen));
    seen = then(seen, new CallEvent.Alive(THIRD), 612);
    seen = then(then(seen, new CallEvent.Alive(ELIF), 650), new CallEvent.Alive(JOHN), 651);
    assertThat(then(seen, fifth, 652).participant(MERT).orElseThrow().leftAt()).isNotNull();
  }

  @Test
  void whoLeftAPanelEndsNothingBySayingSoAgain() {
    CallSession without = then(Calls.panel(), new CallEvent.End(MERT, false), 20);
    assertThat(MACHINE.on(without, new CallEvent.End(MERT, false), at(22)))
        .isEqualTo(new Unchanged(without));
    assertThat(MACHINE.on(without, new CallEvent.Leave(MERT), at(22)))
        .isEqualTo(new Unchanged(without));
    CallSession ownerless = then(Calls.panel(), new CallEvent.Leave(ELIF), 20);
    assertThat(then(ownerless, new CallEvent.End(ELIF, false), 22).state())
        .as("the owner ends it for all, from wherever")
        .isEqualTo(CallState.ENDED);
  }

  @Test
  void whoWaitsAtTheDoorOfTheMediaServerIsWaitedForAWhile() {
    CallSession call = then(Calls.connecting(), new CallEvent.Joined(ELIF), 8); // until 35 s
    for (int second = 10; second < 600; second += 10) {
      call = then(call, new CallEvent.Waiting(JOHN), second);
      assertThat(call.state()).isEqualTo(CallState.CONNECTING);
      assertThat(call.participant(JOHN).orElseThrow().isPresent()).isFalse();
    }
    CallSession let = then(call, new CallEvent.Joined(JOHN), 600);
    assertThat(let.state()).isEqualTo(CallState.CONNECTING);
    assertThat(then(let, new CallEvent.Alive(ELIF), 601).state()).isEqualTo(CallState.ACTIVE);

    // It rang for 45 s at most, and then 10 min.
    call = then(call, new CallEvent.Waiting(JOHN), 615);
    assertThat(call.deadline()).isEqualTo(at(645));
    assertThat(MACHINE.on(call, new CallEvent.Waiting(JOHN), at(644)))
        .isEqualTo(new Unchanged(call));
    assertThat(then(call, new CallEvent.Deadline(), 645).outcome())
        .isEqualTo(CallOutcome.NOT_JOINED);
    assertThat(MACHINE.on(call, new CallEvent.Waiting(JOHN), at(645)))
        .isEqualTo(new Refusal(Reason.STALE, call));
  }

  @Test
  void whoWaitsAtTheDoorNoMoreIsNotWaitedForMuchLonger() {
    CallSession call = then(Calls.connecting(), new CallEvent.Waiting(JOHN), 20);
    assertThat(call.deadline()).isEqualTo(at(65));
    assertThat(then(call, new CallEvent.Deadline(), 65).outcome())
        .isEqualTo(CallOutcome.NOT_JOINED);
  }

  @Test
  void whoComesBackToTheDoorIsWaitedForAsWell() {
    CallSession call =
        then(then(Calls.active(), new CallEvent.Alive(JOHN), 11), new CallEvent.Alive(ELIF), 50);
    call = then(call, new CallEvent.Deadline(), 56); // until 146 s; both were there until 11 s
    call = then(call, new CallEvent.Waiting(JOHN), 120);
    assertThat(call.deadline()).isEqualTo(at(165));
    for (int second = 130; second < 580; second += 10) {
      call = then(call, new CallEvent.Waiting(JOHN), second);
    }
    assertThat(call.deadline()).isEqualTo(at(611));
    CallSession over = then(call, new CallEvent.Deadline(), 611);
    assertThat(over.outcome()).isEqualTo(CallOutcome.DROPPED);
    assertThat(over.endedAt()).isEqualTo(at(11));
  }

  @Test
  void beforeTheRoomOfAMeetingOneMayWaitAsLongAsInIt() {
    CallSession call = Calls.opened(JOHN);
    for (int second = 20; second < 1200; second += 20) {
      call = then(call, new CallEvent.Waiting(JOHN), second);
    }
    assertThat(call.state()).isEqualTo(CallState.CONNECTING);
  }

  @Test
  void theRoomOfAMeetingIsOpenAsLongAsSomebodyIsInIt() {
    CallSession room = Calls.opened(JOHN);
    assertThat(room.state()).isEqualTo(CallState.CONNECTING);
    assertThat(then(room, new CallEvent.Deadline(), 46).state()).isEqualTo(CallState.FAILED);
    CallSession waiting = then(room, new CallEvent.Joined(JOHN), 5);
    for (int second = 20; second < 600; second += 20) {
      waiting = then(waiting, new CallEvent.Alive(JOHN), second);
      assertThat(MACHINE.on(waiting, new CallEvent.Deadline(), at(second + 19)))
          .isEqualTo(new Unchanged(waiting));
    }
    assertThat(then(waiting, new CallEvent.Deadline(), 700).outcome())
        .isEqualTo(CallOutcome.NOT_JOINED);
  }

  @Test
  void theRoomOfAMeetingBelongsToTheFirstOfTheTeamWhoComes() {
    CallSession waiting = then(Calls.opened(JOHN), new CallEvent.Joined(JOHN), 5);
    assertThat(waiting.callerId()).isEqualTo(ELIF);
    CallSession met =
        then(
            then(waiting, new CallEvent.Enter(Calls.recruiter(MERT)), 20),
            new CallEvent.Joined(MERT),
            21);
    assertThat(met.state()).isEqualTo(CallState.ACTIVE);
    assertThat(met.callerId()).isEqualTo(MERT);
    CallSession all = then(met, new CallEvent.Enter(Calls.recruiter(ELIF)), 22);
    assertThat(all.callerId()).isEqualTo(MERT);
    assertThat(all.there()).isEqualTo(3);
    assertThat(MACHINE.on(all, new CallEvent.Enter(Calls.recruiter(ELIF)), at(23)))
        .isEqualTo(new Unchanged(all));
    assertThat(Calls.opened(MERT).callerId()).isEqualTo(MERT);
  }

  @Test
  void effects() {
    assertThat(effects(Calls.ringing(), new CallEvent.Accept(JOHN), 3))
        .containsExactly(new CallEffect.AnsweredElsewhere(), new CallEffect.Ready());
    assertThat(effects(Calls.ringing(), new CallEvent.Reject(JOHN), 3))
        .containsExactly(new CallEffect.Ended());
    assertThat(effects(Calls.connecting(), new CallEvent.Joined(ELIF), 8))
        .as("one side alone has started nothing")
        .isEmpty();
    assertThat(effects(Calls.active(), new CallEvent.Invite(ELIF, Calls.recruiter(MERT)), 12))
        .containsExactly(new CallEffect.Invited(ELIF, MERT));
    assertThat(effects(Calls.active(), Calls.interview(MERT), 12))
        .containsExactly(new CallEffect.Changed(), new CallEffect.Entered(MERT));
    assertThat(effects(Calls.ringing(), Calls.interview(MERT), 3))
        .containsExactly(new CallEffect.Entered(MERT));
    CallSession one = then(Calls.connecting(), new CallEvent.Joined(ELIF), 8);
    assertThat(effects(one, new CallEvent.Joined(JOHN), 9))
        .containsExactly(new CallEffect.Started());
    assertThat(effects(Calls.active(), new CallEvent.Alive(JOHN), 12)).isEmpty();
    assertThat(effects(Calls.active(), new CallEvent.Deadline(), 60))
        .containsExactly(new CallEffect.Reconnecting());
  }

  private static List<CallEffect> effects(CallSession session, CallEvent event, long seconds) {
    return MACHINE.on(session, event, at(seconds)) instanceof Transition(_, var effects)
        ? effects
        : List.of();
  }

  private static CallEvent event(String name, UserId by) {
    return switch (name) {
      case "accept" -> new CallEvent.Accept(by);
      case "reject" -> new CallEvent.Reject(by);
      case "cancel" -> new CallEvent.Cancel(by);
      case "end" -> new CallEvent.End(by, false);
      case "admin" -> new CallEvent.End(by, true);
      case "leave" -> new CallEvent.Leave(by);
      case "joined" -> new CallEvent.Joined(by);
      case "alive" -> new CallEvent.Alive(by);
      case "waiting" -> new CallEvent.Waiting(by);
      case "lost" -> new CallEvent.Lost(by);
      case "move" -> new CallEvent.Move(by);
      case "invite" -> new CallEvent.Invite(by, Calls.recruiter(MERT));
      case "interview" -> Calls.interview(MERT);
      case "deadline" -> new CallEvent.Deadline();
      case "restarted" -> new CallEvent.Restarted();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
