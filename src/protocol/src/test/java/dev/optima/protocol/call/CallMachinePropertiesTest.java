package dev.optima.protocol.call;

import static dev.optima.protocol.call.Calls.ELIF;
import static dev.optima.protocol.call.Calls.JOHN;
import static dev.optima.protocol.call.Calls.MACHINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.call.CallDecision.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/// What holds for every history of a call, whoever does what and when.
class CallMachinePropertiesTest extends CallHistories {

  @Property(tries = 3000)
  void terminalStatesAreFinal(@ForAll("histories") List<Step> history) {
    boolean ended = false;
    CallSession last = Calls.ringing();
    for (Visit visit : play(history)) {
      if (ended) {
        assertThat(visit.session()).isEqualTo(last);
      }
      last = visit.session();
      ended |= last.state().isTerminal();
    }
  }

  @Property(tries = 3000)
  void versionsOnlyRiseAndByOne(@ForAll("histories") List<Step> history) {
    CallSession last = Calls.ringing();
    for (Visit visit : play(history)) {
      long expected = visit.changed() ? last.version() + 1 : last.version();
      assertThat(visit.session().version()).isEqualTo(expected);
      if (!visit.changed()) {
        assertThat(visit.session()).isEqualTo(last);
      }
      last = visit.session();
    }
  }

  @Property(tries = 3000)
  void exactlyTheLiveStatesHaveADeadline(@ForAll("histories") List<Step> history) {
    for (Visit visit : play(history)) {
      CallSession session = visit.session();
      assertThat(session.deadline() == null).isEqualTo(session.state().isTerminal());
      assertThat(session.outcome() == null).isEqualTo(!session.state().isTerminal());
      assertThat(session.endedAt() == null).isEqualTo(!session.state().isTerminal());
    }
  }

  @Property(tries = 3000)
  void anInterviewIsOneInWhichBothWereTogether(@ForAll("histories") List<Step> history) {
    for (Visit visit : play(history)) {
      CallSession session = visit.session();
      if (session.state().isTerminal()) {
        boolean dropped = session.outcome() == CallOutcome.DROPPED;
        assertThat(session.startedAt() != null)
            .isEqualTo(dropped || session.outcome() == CallOutcome.COMPLETED);
        assertThat(dropped && session.together().isZero()).isFalse();
      }
    }
  }

  /// Whoever leaves a call in which both met leaves it to people who are in the room.
  @Property(tries = 3000)
  void nobodyIsLeftWithAnEmptySide(@ForAll("histories") List<Step> history) {
    for (Visit visit : play(history)) {
      for (Participant person : visit.session().participants()) {
        var away = new CallEvent.Leave(person.userId());
        if (MACHINE.on(visit.session(), away, visit.at()) instanceof Transition(var next, _)
            && !next.state().isTerminal()
            && next.startedAt() != null) {
          assertThat(next.participants()).anyMatch(p -> p.side() == person.side() && p.isPresent());
        }
      }
    }
  }

  @Property(tries = 3000)
  void everyCallComesToAnEndByItsDeadlinesAlone(@ForAll("histories") List<Step> history) {
    List<Visit> visits = play(history);
    CallSession session = visits.isEmpty() ? Calls.ringing() : visits.getLast().session();
    int rounds = 0;
    while (!session.state().isTerminal()) {
      Instant due = Objects.requireNonNull(session.deadline());
      CallDecision decision = MACHINE.on(session, new CallEvent.Deadline(), due);
      assertThat(decision).isInstanceOf(Transition.class);
      session = ((Transition) decision).session();
      assertThat(++rounds).isLessThanOrEqualTo(3);
    }
  }

  @Property(tries = 3000)
  void theDurationIsNeverNegativeNorLongerThanTheCall(@ForAll("histories") List<Step> history) {
    for (Visit visit : play(history)) {
      Duration together = visit.session().duration(visit.at());
      assertThat(together).isGreaterThanOrEqualTo(Duration.ZERO);
      assertThat(together).isLessThanOrEqualTo(Duration.between(Calls.T0, visit.at()));
      if (visit.session().startedAt() == null) {
        assertThat(together).isZero();
      }
    }
  }

  @Property(tries = 3000)
  void aLossEndsNothingAndMakesNoDeadlineLater(@ForAll("histories") List<Step> history) {
    for (Visit visit : play(history)) {
      for (Participant person : visit.session().participants()) {
        var lost = new CallEvent.Lost(person.userId());
        if (MACHINE.on(visit.session(), lost, visit.at())
            instanceof Transition(var next, var told)) {
          assertThat(next.state()).isEqualTo(visit.session().state());
          assertThat(next.deadline()).isBeforeOrEqualTo(visit.session().deadline());
          assertThat(next.duration(visit.at())).isEqualTo(visit.session().duration(visit.at()));
          assertThat(told).isEmpty();
        }
      }
    }
  }

  /// Whoever waits at the door changes nothing but how long they are waited for, and never for
  /// ever.
  @Property(tries = 3000)
  void aWaitEndsNothingAndIsBounded(@ForAll("histories") List<Step> history) {
    for (Visit visit : play(history)) {
      CallSession before = visit.session();
      for (Participant person : before.participants()) {
        var waiting = new CallEvent.Waiting(person.userId());
        if (MACHINE.on(before, waiting, visit.at()) instanceof Transition(var next, var told)) {
          assertThat(next).isEqualTo(before.dueAt(Objects.requireNonNull(next.deadline())));
          assertThat(next.deadline()).isAfter(before.deadline());
          assertThat(next.deadline()).isBeforeOrEqualTo(visit.at().plusSeconds(45));
          if (next.state() == CallState.CONNECTING) {
            assertThat(next.deadline()).isBeforeOrEqualTo(Calls.at(45 + 600));
          }
          assertThat(told).isEmpty();
        }
      }
    }
  }

  /// As if nobody had missed them.
  @Property(tries = 3000)
  void aSignAfterALossRestoresTheWholeLease(
      @ForAll("histories") List<Step> history, @ForAll @LongRange(max = 14_999) long after) {
    for (Visit visit : play(history)) {
      CallSession before = visit.session();
      Instant later = visit.at().plusMillis(after);
      if (before.state() != CallState.ACTIVE || !later.isBefore(before.deadline())) {
        continue;
      }
      for (Participant person : before.participants()) {
        var alive = new CallEvent.Alive(person.userId());
        var lost = new CallEvent.Lost(person.userId());
        if (MACHINE.on(before, alive, later) instanceof Transition(var unmissed, _)
            && MACHINE.on(before, lost, visit.at()) instanceof Transition(var missed, _)) {
          CallDecision back = MACHINE.on(missed, alive, later);
          assertThat(back).isInstanceOf(Transition.class);
          CallSession session = ((Transition) back).session();
          assertThat(session.participants()).isEqualTo(unmissed.participants());
          assertThat(session.state()).isEqualTo(unmissed.state());
          if (isExact(before)) {
            assertThat(session.deadline()).isEqualTo(unmissed.deadline());
          }
        }
      }
    }
  }

  /// Whether the deadline is what the evidence says; a restart sets it later.
  private static boolean isExact(CallSession session) {
    Instant recruiters = until(session, Side.RECRUITER);
    Instant applicant = until(session, Side.APPLICANT);
    Instant until = recruiters.isBefore(applicant) ? recruiters : applicant;
    return until.equals(session.deadline());
  }

  private static Instant until(CallSession session, Side side) {
    return session.participants().stream()
        .filter(p -> p.side() == side && p.isPresent())
        .map(
            p -> {
              Instant lease = Objects.requireNonNull(p.lastSeen()).plusSeconds(45);
              Instant lost = p.lostAt() == null ? lease : p.lostAt().plusSeconds(15);
              return lost.isBefore(lease) ? lost : lease;
            })
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  /// Everybody acts on the same version at once; a store with compare-and-set lets one through.
  @Property(tries = 2000)
  void aRaceHasOneWinner(
      @ForAll("histories") List<Step> history, @ForAll("races") List<CallEvent> race) {
    List<Visit> visits = play(history);
    CallSession seen = visits.isEmpty() ? Calls.ringing() : visits.getLast().session();
    Instant now = visits.isEmpty() ? Calls.T0 : visits.getLast().at();
    CallSession stored = seen;
    int winners = 0;
    for (CallEvent event : race) {
      if (MACHINE.on(seen, event, now) instanceof Transition(CallSession next, _)
          && stored.version() == next.version() - 1) {
        stored = next;
        winners++;
      }
    }
    assertThat(winners).isLessThanOrEqualTo(1);
  }

  /// Played one after the other, at most one of several answers to a ring is taken.
  @Property(tries = 2000)
  void aRingHasOneAnswer(@ForAll("answers") List<CallEvent> answers) {
    CallSession session = Calls.ringing();
    int winners = 0;
    for (CallEvent event : answers) {
      if (MACHINE.on(session, event, Calls.at(1)) instanceof Transition(CallSession next, _)) {
        session = next;
        winners++;
      }
    }
    assertThat(winners).isEqualTo(1);
  }

  private record Visit(CallSession session, Instant at, boolean changed) {}

  private static List<Visit> play(List<Step> history) {
    List<Visit> visits = new ArrayList<>();
    CallSession session = Calls.ringing();
    Instant now = Calls.T0;
    for (Step step : history) {
      now = now.plusMillis(step.after());
      boolean changed = false;
      if (MACHINE.on(session, step.event(), now) instanceof Transition(CallSession next, _)) {
        session = next;
        changed = true;
      }
      visits.add(new Visit(session, now, changed));
    }
    return visits;
  }

  @Provide
  Arbitrary<List<CallEvent>> races() {
    return events().list().ofMinSize(2).ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<CallEvent>> answers() {
    return Arbitraries.<CallEvent>of(
            new CallEvent.Accept(JOHN), new CallEvent.Reject(JOHN), new CallEvent.Cancel(ELIF))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }
}
