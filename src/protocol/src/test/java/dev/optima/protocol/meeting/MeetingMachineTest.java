package dev.optima.protocol.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingDecision.Reason;
import dev.optima.protocol.meeting.MeetingDecision.Refusal;
import dev.optima.protocol.meeting.MeetingDecision.Transition;
import dev.optima.protocol.meeting.MeetingDecision.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeetingMachineTest {
  private static final UserId ELIF = new UserId("u-elif");
  private static final UserId MERT = new UserId("u-mert");
  private static final UserId JOHN = new UserId("a-john");
  private static final CallId CALL = new CallId("c-1");
  private static final Instant START = Instant.parse("2026-11-25T11:00:00Z");
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Instant LONG_BEFORE = START.minus(Duration.ofDays(3));

  private final MeetingMachine machine = new MeetingMachine(MeetingTimers.DEFAULT);

  private MeetingSession planned() {
    return machine
        .schedule(
            new MeetingId("mt-1"),
            RoomId.of(JOHN),
            ELIF,
            List.of(ELIF),
            START,
            HALF_HOUR,
            LONG_BEFORE)
        .session();
  }

  private MeetingSession at(MeetingSession from, Duration afterStart) {
    return next(from, new MeetingEvent.Deadline(false), START.plus(afterStart)).session();
  }

  private Transition next(MeetingSession from, MeetingEvent event, Instant now) {
    MeetingDecision decision = machine.on(from, event, now);
    assertThat(decision).isInstanceOf(Transition.class);
    return (Transition) decision;
  }

  private static MeetingEvent.Change to(Instant time, Duration length) {
    return new MeetingEvent.Change(ELIF, time, length, List.of(ELIF), false);
  }

  @Test
  void aNewMeetingInvitesAndOpensAQuarterOfAnHourBefore() {
    MeetingSession meeting = planned();
    assertThat(meeting.status()).isEqualTo(MeetingStatus.SCHEDULED);
    assertThat(meeting.answer()).isEqualTo(MeetingAnswer.INVITED);
    assertThat(meeting.sequence()).isZero();
    assertThat(meeting.version()).isEqualTo(1);
    assertThat(meeting.deadline()).isEqualTo(START.minus(Duration.ofMinutes(15)));
  }

  @ParameterizedTest
  @CsvSource({
    "-16, SCHEDULED, NONE, -15",
    "-15, OPEN, NONE, 5",
    "4, OPEN, NONE, 5",
    "5, OPEN, NUDGED, 10",
    "10, OPEN, ASKED, 60",
    "59, OPEN, ASKED, 60",
    "60, OPEN, REVIEW,",
  })
  void timePasses(long minute, MeetingStatus status, Overdue overdue, Long deadline) {
    MeetingSession meeting = planned();
    Instant now = START.plus(Duration.ofMinutes(minute));
    MeetingDecision decision = machine.on(meeting, new MeetingEvent.Deadline(false), now);
    MeetingSession then =
        decision instanceof Transition transition
            ? transition.session()
            : ((Unchanged) decision).session();
    assertThat(then.status()).isEqualTo(status);
    assertThat(then.overdue()).isEqualTo(overdue);
    assertThat(then.deadline())
        .isEqualTo(deadline == null ? null : START.plus(Duration.ofMinutes(deadline)));
  }

  @ParameterizedTest
  @CsvSource({
    "-15, OPENED",
    "5, NUDGE_MISSING",
    "10, ASK_OWNER",
    "60, REVIEW",
    "4000, REVIEW",
  })
  void whoeverLooksLateDoesOnlyWhatIsDueNow(long minute, MeetingEffect effect) {
    Instant now = START.plus(Duration.ofMinutes(minute));
    assertThat(next(planned(), new MeetingEvent.Deadline(false), now).effects())
        .containsExactly(effect);
  }

  @Test
  void anotherTimeAsksTheApplicantAnew() {
    MeetingSession accepted =
        next(planned(), new MeetingEvent.Answer(JOHN, MeetingAnswer.ACCEPTED), LONG_BEFORE)
            .session();
    Transition moved = next(accepted, to(START.plusSeconds(3600), HALF_HOUR), LONG_BEFORE);
    assertThat(moved.session().answer()).isEqualTo(MeetingAnswer.INVITED);
    assertThat(moved.session().sequence()).isEqualTo(1);
    assertThat(moved.session().deadline())
        .isEqualTo(START.plusSeconds(3600).minus(Duration.ofMinutes(15)));
    assertThat(moved.effects()).containsExactly(MeetingEffect.UPDATE_CALENDARS);
  }

  @Test
  void otherWordsKeepTheAnswerAndRaiseTheSequence() {
    MeetingSession accepted =
        next(planned(), new MeetingEvent.Answer(JOHN, MeetingAnswer.ACCEPTED), LONG_BEFORE)
            .session();
    Transition changed =
        next(
            accepted,
            new MeetingEvent.Change(MERT, START, HALF_HOUR, List.of(ELIF, MERT), true),
            LONG_BEFORE);
    assertThat(changed.session().answer()).isEqualTo(MeetingAnswer.ACCEPTED);
    assertThat(changed.session().sequence()).isEqualTo(1);
    assertThat(changed.session().interviewers()).containsExactly(ELIF, MERT);
  }

  @Test
  void theSameAgainChangesNothing() {
    assertThat(machine.on(planned(), to(START, HALF_HOUR), LONG_BEFORE))
        .isInstanceOf(Unchanged.class);
  }

  @Test
  void anOpenMeetingThatIsMovedAwayIsScheduledAgain() {
    MeetingSession late = at(planned(), Duration.ofMinutes(12));
    Instant tomorrow = START.plus(Duration.ofDays(1));
    MeetingSession moved =
        next(late, to(tomorrow, HALF_HOUR), START.plus(Duration.ofMinutes(13))).session();
    assertThat(moved.status()).isEqualTo(MeetingStatus.SCHEDULED);
    assertThat(moved.overdue()).isEqualTo(Overdue.NONE);
  }

  @Test
  void onlyTheApplicantAnswersAndOnlyTheTeamPlans() {
    assertRefused(
        planned(), new MeetingEvent.Answer(ELIF, MeetingAnswer.ACCEPTED), Reason.FORBIDDEN);
    assertRefused(
        planned(),
        new MeetingEvent.Change(JOHN, START.plusSeconds(60), HALF_HOUR, List.of(ELIF), false),
        Reason.FORBIDDEN);
    assertRefused(planned(), new MeetingEvent.NoShow(JOHN, Absent.RECRUITER), Reason.FORBIDDEN);
    assertRefused(planned(), new MeetingEvent.Undo(JOHN), Reason.FORBIDDEN);
    assertThat(machine.allows(planned(), new MeetingEvent.Cancel(JOHN, null), LONG_BEFORE))
        .isTrue();
  }

  @Test
  void nobodyAnswersInvitedOrAfterTheEnd() {
    assertRefused(planned(), new MeetingEvent.Answer(JOHN, MeetingAnswer.INVITED), Reason.STALE);
    assertThat(
            machine.allows(
                at(planned(), Duration.ofMinutes(12)),
                new MeetingEvent.Answer(JOHN, MeetingAnswer.ACCEPTED),
                START.plus(HALF_HOUR)))
        .isFalse();
  }

  @Test
  void aCancelledMeetingStaysCancelledAndCancelsTheCalendars() {
    Transition cancelled =
        next(planned(), new MeetingEvent.Cancel(JOHN, "another job"), LONG_BEFORE);
    assertThat(cancelled.effects()).containsExactly(MeetingEffect.CANCEL_CALENDARS);
    assertThat(cancelled.session().cancelledBy()).isEqualTo(JOHN);
    assertThat(cancelled.session().sequence()).isEqualTo(1);
    assertThat(cancelled.session().deadline()).isNull();
    assertRefused(cancelled.session(), to(START.plusSeconds(60), HALF_HOUR), Reason.STALE);
    assertRefused(cancelled.session(), new MeetingEvent.Undo(ELIF), Reason.STALE);
    assertThat(machine.on(cancelled.session(), new MeetingEvent.CallStarted(CALL), START))
        .isInstanceOf(Unchanged.class);
  }

  @Test
  void aCallMakesItGoOnAndItsEndCompletesIt() {
    MeetingSession open = at(planned(), Duration.ofMinutes(-10));
    MeetingSession placed =
        next(open, new MeetingEvent.CallPlaced(CALL), START.minusSeconds(60)).session();
    assertThat(placed.status()).isEqualTo(MeetingStatus.OPEN);
    MeetingSession going = next(placed, new MeetingEvent.CallStarted(CALL), START).session();
    assertThat(going.status()).isEqualTo(MeetingStatus.IN_PROGRESS);
    assertThat(going.startedAt()).isEqualTo(START);
    MeetingSession done =
        next(going, new MeetingEvent.CallOver(CALL), START.plusSeconds(1200)).session();
    assertThat(done.status()).isEqualTo(MeetingStatus.COMPLETED);
    assertThat(done.closedAt()).isEqualTo(START.plusSeconds(1200));
  }

  @Test
  void whoComesBackAfterHangingUpGoesOn() {
    MeetingSession done = done();
    CallId second = new CallId("c-2");
    MeetingSession going =
        next(done, new MeetingEvent.CallStarted(second), START.plusSeconds(1500)).session();
    assertThat(going.status()).isEqualTo(MeetingStatus.IN_PROGRESS);
    assertThat(going.startedAt()).isEqualTo(START);
    assertThat(going.callId()).isEqualTo(second);
    assertThat(
            machine.on(
                done,
                new MeetingEvent.CallStarted(second),
                START.plus(HALF_HOUR).plus(MeetingTimers.DEFAULT.review())))
        .isInstanceOf(Unchanged.class);
  }

  /// Both came into its room, and one was lost at once.
  @Test
  void aCallInWhichNobodyMetLeavesItToBeHeld() {
    MeetingSession going = going();
    var failed = new MeetingEvent.CallFailed(CALL, START.minusSeconds(30));
    Transition open = next(going, failed, START.plusSeconds(135));
    assertThat(open.session().status()).isEqualTo(MeetingStatus.OPEN);
    assertThat(open.session().startedAt()).isNull();
    assertThat(open.session().closedAt()).isNull();
    assertThat(open.session().deadline()).isEqualTo(START.plus(MeetingTimers.DEFAULT.nudge()));
    assertThat(open.effects()).isEmpty();
    assertThat(machine.isJoinable(open.session(), START.plusSeconds(140))).isTrue();
    assertThat(machine.on(open.session(), failed, START.plusSeconds(140)))
        .isInstanceOf(Unchanged.class);

    Transition late = next(going, failed, START.plusSeconds(700));
    assertThat(late.session().overdue()).isEqualTo(Overdue.ASKED);
    assertThat(late.effects()).containsExactly(MeetingEffect.ASK_OWNER);
    var absent = new MeetingEvent.NoShow(ELIF, Absent.APPLICANT);
    assertThat(next(late.session(), absent, START.plusSeconds(800)).session().status())
        .isEqualTo(MeetingStatus.NO_SHOW);
    assertThat(machine.on(planned(), failed, LONG_BEFORE)).isInstanceOf(Unchanged.class);
  }

  @Test
  void whoOnlyFailedToComeBackHasHadTheInterview() {
    CallId second = new CallId("c-2");
    MeetingSession going =
        next(done(), new MeetingEvent.CallStarted(second), START.plusSeconds(1500)).session();
    var failed = new MeetingEvent.CallFailed(second, START.plusSeconds(1490));
    MeetingSession over = next(going, failed, START.plusSeconds(1600)).session();
    assertThat(over.status()).isEqualTo(MeetingStatus.COMPLETED);
    assertThat(over.startedAt()).isEqualTo(START);
  }

  @Test
  void theEndOfAnEarlierCallDoesNotEndTheMeeting() {
    MeetingSession going =
        next(done(), new MeetingEvent.CallStarted(new CallId("c-2")), START.plusSeconds(1500))
            .session();
    assertThat(machine.on(going, new MeetingEvent.CallOver(CALL), START.plusSeconds(1600)))
        .isInstanceOf(Unchanged.class);
  }

  @Test
  void aMeetingWhoseCallWasLostSightOfIsCompletedInTheEnd() {
    MeetingSession going = going();
    Instant due = START.plus(HALF_HOUR).plus(MeetingTimers.DEFAULT.review());
    assertThat(next(going, new MeetingEvent.Deadline(true), due).session().status())
        .isEqualTo(MeetingStatus.IN_PROGRESS);
    assertThat(next(going, new MeetingEvent.Deadline(false), due).session().status())
        .isEqualTo(MeetingStatus.COMPLETED);
  }

  @Test
  void aNoShowIsSaidByAPersonAndCanBeUndoneForADay() {
    MeetingSession late = at(planned(), Duration.ofMinutes(10));
    Instant now = START.plus(Duration.ofMinutes(11));
    MeetingSession gone =
        next(late, new MeetingEvent.NoShow(ELIF, Absent.APPLICANT), now).session();
    assertThat(gone.status()).isEqualTo(MeetingStatus.NO_SHOW);
    assertThat(gone.absent()).isEqualTo(Absent.APPLICANT);
    MeetingSession back =
        next(gone, new MeetingEvent.Undo(ELIF), now.plus(Duration.ofHours(23))).session();
    assertThat(back.status()).isEqualTo(MeetingStatus.OPEN);
    assertThat(back.overdue()).isEqualTo(Overdue.REVIEW);
    assertThat(back.absent()).isNull();
    assertThat(machine.allows(gone, new MeetingEvent.Undo(ELIF), now.plus(Duration.ofHours(24))))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(Absent.class)
  void nobodyIsANoShowBeforeTenMinutesOrAfterTheyTalked(Absent absent) {
    MeetingEvent noShow = new MeetingEvent.NoShow(ELIF, absent);
    MeetingSession late = at(planned(), Duration.ofMinutes(6));
    assertThat(machine.on(late, noShow, START.plus(Duration.ofMinutes(9))))
        .isEqualTo(new Refusal(Reason.TOO_EARLY, late));
    assertThat(machine.allows(going(), noShow, START.plus(Duration.ofMinutes(20)))).isFalse();
  }

  @Test
  void nothingIsCompletedBeforeItsTime() {
    assertThat(machine.on(planned(), new MeetingEvent.Complete(ELIF), LONG_BEFORE))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.TOO_EARLY));
    assertThat(
            machine.allows(
                at(planned(), Duration.ofMinutes(6)),
                new MeetingEvent.Complete(ELIF),
                START.plusSeconds(600)))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-16, false", "-15, true", "0, true", "90, true"})
  void oneJoinsFromAQuarterOfAnHourBefore(long minute, boolean joinable) {
    assertThat(machine.isJoinable(planned(), START.plus(Duration.ofMinutes(minute))))
        .isEqualTo(joinable);
  }

  @Property
  void whateverHappensTheNumbersRiseAndATerminalMeetingIsQuiet(
      @ForAll("events") List<MeetingEvent> events, @ForAll("steps") List<Long> steps) {
    MeetingSession meeting = planned();
    Instant now = LONG_BEFORE;
    for (int i = 0; i < events.size(); i++) {
      now = now.plusSeconds(steps.get(i % steps.size()));
      MeetingDecision decision = machine.on(meeting, events.get(i), now);
      if (decision instanceof Transition(MeetingSession then, List<MeetingEffect> effects)) {
        assertThat(then.version()).isEqualTo(meeting.version() + 1);
        assertThat(then.sequence()).isGreaterThanOrEqualTo(meeting.sequence());
        boolean calendar =
            effects.contains(MeetingEffect.UPDATE_CALENDARS)
                || effects.contains(MeetingEffect.CANCEL_CALENDARS);
        assertThat(then.sequence() > meeting.sequence()).isEqualTo(calendar);
        assertThat(meeting.status()).isNotEqualTo(MeetingStatus.CANCELLED);
        if (then.status().isOver()) {
          assertThat(then.deadline()).isNull();
          assertThat(then.closedAt()).isNotNull();
        } else {
          assertThat(then.closedAt()).isNull();
          assertThat(then.deadline() == null).isEqualTo(then.overdue() == Overdue.REVIEW);
        }
        if (then.deadline() != null && events.get(i) instanceof MeetingEvent.Deadline) {
          assertThat(then.deadline()).isAfter(now);
        }
        meeting = then;
      }
    }
  }

  @Provide
  Arbitrary<List<Long>> steps() {
    return Arbitraries.longs().between(0, 60 * 60 * 24).list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<MeetingEvent>> events() {
    Arbitrary<UserId> who = Arbitraries.of(ELIF, MERT, JOHN);
    Arbitrary<Instant> time =
        Arbitraries.longs().between(0, 60 * 60 * 24 * 5).map(s -> LONG_BEFORE.plusSeconds(s));
    Arbitrary<CallId> call = Arbitraries.of(CALL, new CallId("c-2"));
    return Arbitraries.<MeetingEvent>oneOf(
            Combinators.combine(who, time, Arbitraries.of(true, false))
                .as((by, at, w) -> new MeetingEvent.Change(by, at, HALF_HOUR, List.of(ELIF), w)),
            Combinators.combine(who, Arbitraries.of(MeetingAnswer.class))
                .as(MeetingEvent.Answer::new),
            who.map(by -> new MeetingEvent.Cancel(by, null)),
            who.map(MeetingEvent.Complete::new),
            who.map(MeetingEvent.Undo::new),
            Combinators.combine(who, Arbitraries.of(Absent.class)).as(MeetingEvent.NoShow::new),
            call.map(MeetingEvent.CallPlaced::new),
            call.map(MeetingEvent.CallStarted::new),
            call.map(MeetingEvent.CallOver::new),
            Combinators.combine(call, time).as(MeetingEvent.CallFailed::new),
            Arbitraries.of(true, false).map(MeetingEvent.Deadline::new))
        .list()
        .ofMaxSize(30);
  }

  private MeetingSession going() {
    return next(at(planned(), Duration.ofMinutes(-10)), new MeetingEvent.CallStarted(CALL), START)
        .session();
  }

  private MeetingSession done() {
    return next(going(), new MeetingEvent.CallOver(CALL), START.plusSeconds(1200)).session();
  }

  private void assertRefused(MeetingSession meeting, MeetingEvent event, Reason reason) {
    assertThat(machine.on(meeting, event, LONG_BEFORE)).isEqualTo(new Refusal(reason, meeting));
  }
}
