package dev.optima.protocol.call;

import static dev.optima.protocol.call.Calls.ELIF;
import static dev.optima.protocol.call.Calls.JOHN;
import static dev.optima.protocol.call.Calls.MACHINE;
import static dev.optima.protocol.call.Calls.MERT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.call.CallDecision.Transition;
import dev.optima.protocol.call.CallHappening.Kind;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// The timeline that transitions leave behind.
class CallHappeningsTest extends CallHistories {
  private static final CallHappenings HAPPENINGS = new CallHappenings("direct");

  /// Plays a history and writes its timeline.
  private static final class Play {
    private CallSession session;
    private final List<CallHappening> timeline = new ArrayList<>();

    Play(CallSession fresh, boolean opened) {
      session = fresh;
      timeline.addAll(CallHappenings.first(fresh, opened));
    }

    Play then(CallEvent event, long second) {
      return then(event, Calls.at(second));
    }

    Play then(CallEvent event, Instant now) {
      if (MACHINE.on(session, event, now) instanceof Transition(CallSession next, _)) {
        timeline.addAll(HAPPENINGS.of(session, event, next, now));
        session = next;
      }
      return this;
    }

    List<String> told() {
      return timeline.stream()
          .map(h -> h.kind() + (h.userId() == null ? "" : " " + h.userId().value()))
          .toList();
    }
  }

  private static Play ringing() {
    return new Play(Calls.ringing(), false);
  }

  private static Play talking() {
    return ringing()
        .then(new CallEvent.Accept(JOHN), 5)
        .then(new CallEvent.Joined(ELIF), 8)
        .then(new CallEvent.Joined(JOHN), 10);
  }

  @Test
  void aWholeCall() {
    Play play = talking().then(new CallEvent.End(JOHN, false), 60);
    assertThat(play.told())
        .containsExactly(
            "RINGING elif", "ACCEPTED john", "JOINED elif", "JOINED john", "STARTED", "ENDED john");
    assertThat(play.timeline.getLast().at()).isEqualTo(Calls.at(60));
    assertThat(play.timeline.getFirst().name()).isEqualTo("elif");
  }

  @Test
  void signsOfLifeLeaveNothing() {
    Play play = talking();
    int before = play.timeline.size();
    for (int second = 12; second < 40; second++) {
      play.then(new CallEvent.Alive(ELIF), second).then(new CallEvent.Alive(JOHN), second);
    }
    play.then(new CallEvent.Lost(JOHN), 40).then(new CallEvent.Joined(JOHN), 41);
    play.then(new CallEvent.Restarted(), 42);
    assertThat(play.timeline).hasSize(before);
  }

  @Test
  void whoseSideWasLostAndWhoCameBack() {
    Play play =
        talking()
            .then(new CallEvent.Alive(ELIF), 50)
            .then(new CallEvent.Deadline(), 55)
            .then(new CallEvent.Alive(JOHN), 70);
    assertThat(play.told()).endsWith("RECONNECTING john", "RESUMED john");
  }

  @Test
  void colleaguesWhoCameAskedAndUnasked() {
    Play play =
        talking()
            .then(new CallEvent.Invite(ELIF, Calls.recruiter(MERT)), 12)
            .then(new CallEvent.Interview(Calls.recruiter(MERT), true), 14)
            .then(new CallEvent.Joined(MERT), 15)
            .then(new CallEvent.Interview(Calls.recruiter(new UserId("can")), false), 16)
            .then(new CallEvent.Leave(MERT), 20)
            .then(new CallEvent.Move(ELIF), 21)
            .then(new CallEvent.End(ELIF, false), 22);
    assertThat(play.told().subList(5, play.told().size()))
        .containsExactly(
            "INVITED mert", "JOINED mert", "CAME_IN can", "LEFT mert", "MOVED elif", "ENDED elif");
    assertThat(play.timeline)
        .filteredOn(h -> h.kind() == Kind.MOVED)
        .extracting(CallHappening::detail)
        .containsExactly("direct");
  }

  @Test
  void theRoomOfAMeetingIsOpenedByWhoComesFirst() {
    assertThat(new Play(Calls.opened(JOHN), true).told()).containsExactly("OPENED john");
    assertThat(new Play(Calls.opened(MERT), true).told()).containsExactly("OPENED mert");
  }

  @Test
  void aCallThatNobodyCouldHear() {
    assertThat(new Play(Calls.requested(false), false).told())
        .containsExactly("RINGING elif", "ENDED");
  }

  @Property(tries = 2000)
  void whateverHappensTheTimelineFits(@ForAll("histories") List<Step> history) {
    Play play = ringing();
    Instant now = Calls.T0;
    for (Step step : history) {
      now = now.plusMillis(step.after());
      play.then(step.event(), now);
    }
    assertThat(play.timeline.getFirst().kind()).isEqualTo(Kind.RINGING);
    assertThat(count(play, Kind.ENDED)).isEqualTo(play.session.state().isTerminal() ? 1 : 0);
    if (play.session.startedAt() == null && play.session.state().isTerminal()) {
      // The sides may have met without being together for a moment: then it never began.
      assertThat(count(play, Kind.STARTED)).isLessThanOrEqualTo(1);
    } else {
      assertThat(count(play, Kind.STARTED)).isEqualTo(play.session.startedAt() == null ? 0 : 1);
    }
    assertThat(count(play, Kind.RECONNECTING) - count(play, Kind.RESUMED)).isBetween(0L, 1L);
    assertThat(play.timeline).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    Set<UserId> there = new HashSet<>();
    for (CallHappening one : play.timeline) {
      if (one.kind() == Kind.JOINED) {
        assertThat(there.add(one.userId())).as("%s joined twice", one.userId()).isTrue();
      } else if (one.kind() == Kind.LEFT) {
        there.remove(one.userId());
      }
    }
    if (!play.session.state().isTerminal()) {
      assertThat(there)
          .isEqualTo(
              Set.copyOf(
                  play.session.participants().stream()
                      .filter(Participant::isPresent)
                      .map(Participant::userId)
                      .toList()));
    }
  }

  private static long count(Play play, Kind kind) {
    return play.timeline.stream().filter(h -> h.kind() == kind).count();
  }
}
