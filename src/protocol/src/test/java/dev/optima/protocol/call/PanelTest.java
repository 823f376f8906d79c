package dev.optima.protocol.call;

import static dev.optima.protocol.call.Calls.ELIF;
import static dev.optima.protocol.call.Calls.JOHN;
import static dev.optima.protocol.call.Calls.MACHINE;
import static dev.optima.protocol.call.Calls.MERT;
import static dev.optima.protocol.call.Calls.at;
import static dev.optima.protocol.call.Calls.interview;
import static dev.optima.protocol.call.Calls.then;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.call.CallDecision.Reason;
import dev.optima.protocol.call.CallDecision.Refusal;
import dev.optima.protocol.call.CallDecision.Unchanged;
import dev.optima.protocol.id.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How colleagues come into each other's calls.
class PanelTest {
  private static final UserId CAN = new UserId("can");
  private static final UserId DENIZ = new UserId("deniz");

  @Test
  void whoComesWhileItRingsIsInItWhenItIsAccepted() {
    CallSession rings = then(Calls.ringing(), interview(MERT), 3);
    assertThat(rings.state()).isEqualTo(CallState.RINGING);
    assertThat(rings.deadline()).as("it rings no longer for that").isEqualTo(at(45));
    assertThat(MACHINE.on(rings, interview(MERT), at(4))).isEqualTo(new Unchanged(rings));

    CallSession accepted = then(rings, new CallEvent.Accept(JOHN), 5);
    CallSession met =
        then(then(accepted, new CallEvent.Joined(MERT), 6), new CallEvent.Joined(JOHN), 7);
    assertThat(met.state()).as("the owner comes later").isEqualTo(CallState.ACTIVE);
    assertThat(met.callerId()).isEqualTo(ELIF);
  }

  @Test
  void whoCameToARingLeavesItWithoutEndingIt() {
    CallSession rings = then(Calls.ringing(), interview(MERT), 3);
    for (CallEvent away :
        new CallEvent[] {new CallEvent.Leave(MERT), new CallEvent.End(MERT, false)}) {
      CallSession left = then(rings, away, 4);
      assertThat(left.state()).isEqualTo(CallState.RINGING);
      assertThat(left.participant(MERT).orElseThrow().leftAt()).isEqualTo(at(4));
      assertThat(then(left, new CallEvent.Cancel(ELIF), 5).state()).isEqualTo(CallState.CANCELLED);
    }
    assertThat(MACHINE.on(rings, new CallEvent.Cancel(MERT), at(4)))
        .isEqualTo(new Refusal(Reason.FORBIDDEN, rings));
    assertThat(then(rings, new CallEvent.End(ELIF, false), 4).state())
        .isEqualTo(CallState.CANCELLED);
    assertThat(then(rings, new CallEvent.Leave(JOHN), 4).state()).isEqualTo(CallState.REJECTED);
    assertThat(then(rings, new CallEvent.Reject(JOHN), 4).state()).isEqualTo(CallState.REJECTED);
  }

  @Test
  void whoComesTooLateIsToldSo() {
    CallSession rings = Calls.ringing();
    assertThat(MACHINE.on(rings, interview(MERT), at(45)))
        .isEqualTo(new Refusal(Reason.STALE, rings));
    CallSession connecting = Calls.connecting();
    assertThat(MACHINE.on(connecting, interview(MERT), at(35)))
        .isEqualTo(new Refusal(Reason.STALE, connecting));
    CallSession reconnecting = Calls.reconnecting();
    assertThat(MACHINE.on(reconnecting, interview(MERT), at(145)))
        .isEqualTo(new Refusal(Reason.STALE, reconnecting));
  }

  @Test
  void whoComesBackHasThePlaceInTheOrderThatTheyHad() {
    CallSession without = then(Calls.panel(), new CallEvent.Leave(ELIF), 20);
    CallSession back = then(without, interview(ELIF), 21);
    assertThat(back.participants())
        .extracting(Participant::userId)
        .as("the first two are those whom the row of the call names")
        .containsExactly(ELIF, JOHN, MERT);
    assertThat(back.participant(ELIF).orElseThrow())
        .isEqualTo(Calls.recruiter(ELIF).onTheWay(at(21)));
    assertThat(back.callerId()).isEqualTo(ELIF);
  }

  @Test
  void ofTwoForTheLastPlaceOneGetsIt() {
    CallSession three = Calls.panel();
    CallSession four = then(three, interview(CAN), 15);
    assertThat(MACHINE.on(four, interview(DENIZ), at(15)))
        .isEqualTo(new Refusal(Reason.FULL, four));
  }

  @Test
  void theOwnerEndsItForAllAndAnInterviewerLeaves() {
    CallSession panel = Calls.panel();
    assertThat(then(panel, new CallEvent.End(ELIF, false), 20).state()).isEqualTo(CallState.ENDED);
    CallSession left = then(panel, new CallEvent.End(MERT, false), 20);
    assertThat(left.state()).isEqualTo(CallState.ACTIVE);
    assertThat(left.there()).isEqualTo(2);
  }

  /// Mert pressed the button at 12 s and never reaches the room.
  @ParameterizedTest
  @CsvSource({"41, false", "42, true"})
  void whoNeverReachesTheRoomLosesThePlace(int second, boolean lost) {
    CallSession call = then(Calls.active(), interview(MERT), 12);
    call = then(then(call, interview(CAN), 13), new CallEvent.Joined(CAN), 14);
    for (UserId here : List.of(ELIF, JOHN, CAN)) {
      call = then(call, new CallEvent.Alive(here), 40);
    }
    assertThat(call.there()).isEqualTo(4);
    assertThat(MACHINE.isFull(call, at(second))).isEqualTo(!lost);
    assertThat(MACHINE.keepsPlace(call, MERT, at(second))).isEqualTo(!lost);
    CallDecision decision = MACHINE.on(call, interview(DENIZ), at(second));
    if (!lost) {
      assertThat(decision).isEqualTo(new Refusal(Reason.FULL, call));
      return;
    }
    CallSession next = ((CallDecision.Transition) decision).session();
    assertThat(next.participant(MERT).orElseThrow().leftAt()).isEqualTo(at(42));
    assertThat(next.there()).isEqualTo(4);
    assertThat(MACHINE.on(next, new CallEvent.Joined(MERT), at(second + 1)))
        .as("who comes too late finds no place")
        .isEqualTo(new Refusal(Reason.FULL, next));
    CallSession freed = then(next, new CallEvent.Leave(CAN), second + 2);
    assertThat(then(freed, new CallEvent.Joined(MERT), second + 3).there()).isEqualTo(4);
  }

  @Test
  void whoIsLateKeepsThePlaceThatNobodyNeedsAndMaySetOutAgain() {
    CallSession call = then(Calls.active(), interview(MERT), 12);
    CallSession again = then(call, interview(MERT), 50);
    assertThat(MACHINE.keepsPlace(again, MERT, at(79))).isTrue();
    assertThat(again.there()).isEqualTo(3);
    assertThat(then(call, new CallEvent.Joined(MERT), 52).there()).isEqualTo(3);
    var invite = new CallEvent.Invite(ELIF, Calls.recruiter(MERT));
    assertThat(MACHINE.on(call, invite, at(41))).isEqualTo(new Unchanged(call));
    assertThat(MACHINE.on(call, invite, at(42))).isInstanceOf(CallDecision.Transition.class);
  }

  /// An applicant must not sit alone because somebody pressed a button.
  @ParameterizedTest
  @CsvSource({"14", "41", "42", "50"})
  void whoIsNotInTheRoomKeepsNoCallGoing(int second) {
    CallSession call = then(Calls.active(), interview(MERT), 12);
    for (CallEvent away : List.of(new CallEvent.Leave(ELIF), new CallEvent.Leave(JOHN))) {
      CallSession over = then(call, away, second);
      assertThat(over.state()).isEqualTo(CallState.ENDED);
      assertThat(over.outcome()).isEqualTo(CallOutcome.COMPLETED);
    }
    for (CallEvent away : List.of(new CallEvent.Leave(MERT), new CallEvent.End(MERT, false))) {
      CallSession goesOn = then(call, away, second);
      assertThat(goesOn.state()).as("and ends none").isEqualTo(CallState.ACTIVE);
    }
  }

  @Test
  void untilBothMetWhoIsAwaitedIsEnough() {
    CallSession rings = then(Calls.ringing(), interview(MERT), 3);
    CallSession accepted = then(rings, new CallEvent.Accept(JOHN), 40);
    assertThat(MACHINE.keepsPlace(rings, MERT, at(44))).as("nobody can while it rings").isTrue();
    assertThat(MACHINE.keepsPlace(accepted, MERT, at(69))).isTrue();
    CallSession joined = then(accepted, new CallEvent.Joined(MERT), 42);
    assertThat(then(joined, new CallEvent.Leave(MERT), 43).state())
        .as("the owner may still come")
        .isEqualTo(CallState.CONNECTING);
    assertThat(then(accepted, new CallEvent.Leave(ELIF), 43).state())
        .isEqualTo(CallState.CONNECTING);
  }

  @Test
  void theNewTimeAfterAMoveIsForWhoIsOnTheWayToo() {
    CallSession call = then(Calls.active(), interview(MERT), 12);
    CallSession moved = then(call, new CallEvent.Move(ELIF), 40);
    assertThat(MACHINE.keepsPlace(moved, MERT, at(69))).isTrue();
    assertThat(MACHINE.keepsPlace(moved, MERT, at(70))).isFalse();
  }

  @Test
  void anInvitationKeepsNoPlaceAndIsForThoseInTheCall() {
    var invite = new CallEvent.Invite(ELIF, Calls.recruiter(MERT));
    CallSession asked = then(Calls.active(), invite, 12);
    assertThat(asked.participants()).isEqualTo(Calls.active().participants());
    assertThat(then(Calls.ringing(), invite, 3).state()).isEqualTo(CallState.RINGING);
    CallSession in = Calls.panel();
    assertThat(MACHINE.on(in, invite, at(15))).isEqualTo(new Unchanged(in));
    CallSession left = then(in, new CallEvent.Leave(MERT), 16);
    var byWhoLeft = new CallEvent.Invite(MERT, Calls.recruiter(CAN));
    assertThat(MACHINE.on(left, byWhoLeft, at(17))).isEqualTo(new Refusal(Reason.FORBIDDEN, left));
  }

  @Test
  void aRoomInWhichTheApplicantWaitsAloneBelongsToWhoComes() {
    CallSession waiting = then(Calls.opened(JOHN), new CallEvent.Joined(JOHN), 5);
    CallSession met = then(then(waiting, interview(MERT), 8), new CallEvent.Joined(MERT), 9);
    assertThat(met.callerId()).isEqualTo(MERT);
    assertThat(met.state()).isEqualTo(CallState.ACTIVE);
  }
}
