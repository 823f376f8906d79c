package dev.optima.backend.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.ReminderKind;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.AnswerMeeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.MeetingHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What happens to meetings by themselves, on both databases, across restarts, with two nodes.
class MeetingSweeperTest {
  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();

  private World start(StoreConfig config) {
    return new World(config.open(), clock, CallRules.DEFAULT);
  }

  private static List<ReminderKind> reminders(World world, UserId user) {
    return world.bus.to(user).stream()
        .filter(ServerMessage.Reminder.class::isInstance)
        .map(message -> ((ServerMessage.Reminder) message).kind())
        .toList();
  }

  private Meeting inMinutes(World world, int minutes, Identity owner, Identity applicant) {
    Instant at = clock.instant().plus(Duration.ofMinutes(minutes));
    return world.meetings.schedule(owner, Plans.with(applicant, at, 30).wish()).meeting();
  }

  private void sweepAfter(World world, int minutes) {
    clock.advance(Duration.ofMinutes(minutes));
    world.meetingSweeper.sweep();
  }

  @ParameterizedTest
  @EnumSource
  void everythingHasItsTime(Engine engine) {
    try (World world = start(engine.fresh(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = inMinutes(world, 26 * 60, elif, john);
      Instant next = world.meetingSweeper.sweep();
      assertThat(next).isEqualTo(clock.instant().plus(Duration.ofHours(2)));

      sweepAfter(world, 2 * 60);
      assertThat(reminders(world, john.userId())).containsExactly(ReminderKind.DAY_BEFORE);
      sweepAfter(world, 24 * 60 - 15);
      assertThat(reminders(world, john.userId()))
          .containsExactly(ReminderKind.DAY_BEFORE, ReminderKind.SOON);
      sweepAfter(world, 20);
      sweepAfter(world, 5);
      assertThat(reminders(world, elif.userId()))
          .containsExactly(
              ReminderKind.DAY_BEFORE,
              ReminderKind.SOON,
              ReminderKind.NUDGE,
              ReminderKind.ASK_OWNER);
      assertThat(reminders(world, john.userId())).doesNotContain(ReminderKind.ASK_OWNER);
      sweepAfter(world, 50);
      assertThat(world.meetings.get(elif, meeting.meetingId()).overdue()).isEqualTo(Overdue.REVIEW);
      assertThat(world.meetings.history(elif, meeting.meetingId()).entries())
          .extracting(MeetingHistory.Entry::act)
          .containsExactly("scheduled", "opened", "nudged", "asked", "review");
      assertThat(world.meetingSweeper.sweep()).isEqualTo(Instant.MAX);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoIsInTheRoomIsNotNudged(Engine engine) {
    try (World world = start(engine.fresh(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = inMinutes(world, 10, elif, john);
      CallId call = world.entrance.join(john, meeting.meetingId()).callId();
      world.calls.joined(john, call);
      sweepAfter(world, 15);
      assertThat(reminders(world, elif.userId())).containsExactly(ReminderKind.NUDGE);
      assertThat(reminders(world, john.userId())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRestartDoesOnlyWhatIsDueNow(Engine engine) {
    StoreConfig config = engine.fresh(folder);
    Meeting meeting;
    try (World world = start(config)) {
      meeting = inMinutes(world, 26 * 60, world.colleague("elif"), world.applicant("john"));
    }
    clock.advance(Duration.ofHours(26).plusMinutes(11));
    try (World world = start(config)) {
      Identity elif = world.recruiter("elif");
      world.meetingSweeper.sweep();
      world.meetingSweeper.sweep();
      assertThat(reminders(world, elif.userId())).containsExactly(ReminderKind.ASK_OWNER);
      Meeting now = world.meetings.get(elif, meeting.meetingId());
      assertThat(now.status()).isEqualTo(MeetingStatus.OPEN);
      assertThat(now.overdue()).isEqualTo(Overdue.ASKED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMeetingThatIsOffOrElsewhenRemindsNobody(Engine engine) {
    try (World world = start(engine.fresh(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting off = inMinutes(world, 26 * 60, elif, john);
      world.meetings.cancel(elif, off.meetingId(), new CancelMeeting(null, null, null));
      Meeting moved = inMinutes(world, 28 * 60, elif, john);
      Instant later = moved.scheduledTime().plus(Duration.ofDays(1));
      world.meetings.change(elif, moved.meetingId(), Plans.of(moved).at(later).wish());
      sweepAfter(world, 27 * 60);
      assertThat(reminders(world, john.userId())).isEmpty();
      sweepAfter(world, 2 * 60);
      assertThat(reminders(world, john.userId())).containsExactly(ReminderKind.DAY_BEFORE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachReminderIsSentOnceThoughAllNodesSweep(Engine engine) throws Exception {
    StoreConfig config = engine.fresh(folder);
    List<World> nodes =
        IntStream.range(0, engine == Engine.POSTGRES ? 2 : 1).mapToObj(i -> start(config)).toList();
    World one = nodes.getFirst();
    Identity elif = one.colleague("elif");
    for (int i = 0; i < 20; i++) {
      inMinutes(one, 20 + 60 * i, elif, one.applicant("a" + i));
    }
    nodes.forEach(node -> node.bus.clear());
    clock.advance(Duration.ofMinutes(10));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int hour = 0; hour < 20; hour++) {
        List<Callable<Instant>> sweeps = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          sweeps.add(nodes.get(i % nodes.size()).meetingSweeper::sweep);
        }
        for (var sweep : threads.invokeAll(sweeps)) {
          sweep.get();
        }
        clock.advance(Duration.ofMinutes(60));
      }
    }
    for (int i = 0; i < 20; i++) {
      var applicant = new UserId("a" + i);
      assertThat(nodes.stream().flatMap(node -> reminders(node, applicant).stream()))
          .as("reminders of %s", applicant)
          .containsOnlyOnce(ReminderKind.SOON);
    }
    nodes.forEach(World::close);
  }

  @ParameterizedTest
  @EnumSource
  void whoDeclinedIsNotRemindedToCome(Engine engine) {
    try (World world = start(engine.fresh(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = inMinutes(world, 26 * 60, elif, john);
      world.meetings.answer(
          john, meeting.meetingId(), new AnswerMeeting(MeetingAnswer.DECLINED, null, null, null));
      sweepAfter(world, 2 * 60);
      sweepAfter(world, 24 * 60 - 15);
      sweepAfter(world, 20);
      assertThat(reminders(world, elif.userId()))
          .containsExactly(ReminderKind.DAY_BEFORE, ReminderKind.SOON, ReminderKind.NUDGE);
      assertThat(reminders(world, john.userId())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereTheOwnerLeftTheOthersAreAsked(Engine engine) {
    try (World world = start(engine.fresh(folder))) {
      Identity elif = world.colleague("elif");
      Identity mert = world.colleague("mert");
      Instant at = clock.instant().plus(Duration.ofMinutes(20));
      Identity john = world.applicant("john");
      world.meetings.schedule(elif, Plans.with(john, at, 30, mert).wish());
      world.leaves(elif);
      sweepAfter(world, 31);
      assertThat(reminders(world, mert.userId())).containsExactly(ReminderKind.ASK_OWNER);
      assertThat(reminders(world, elif.userId())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasTakenOrSentMeanwhileIsNotWrittenBack(Engine engine) {
    try (World world = start(engine.fresh(folder))) {
      Identity elif = world.colleague("elif");
      var id = inMinutes(world, 26 * 60, elif, world.applicant("john")).meetingId();
      clock.advance(Duration.ofHours(3));
      Instant now = clock.instant();
      var store = new MeetingStore();
      StoredMeeting before = world.database.read(tx -> store.find(tx, id)).orElseThrow();
      world.database.<Boolean>write(
          tx -> {
            store.markNotified(tx, id, 0);
            store.markReminded(tx, id, 0);
            return store.claimDayReminder(tx, id, now);
          });
      // Somebody read it before that, and stores it now.
      StoredMeeting next = before.with(before.session().touched());
      assertThat(world.database.<Boolean>write(tx -> store.update(tx, before.session(), next, now)))
          .isTrue();

      StoredMeeting after = world.database.read(tx -> store.find(tx, id)).orElseThrow();
      assertThat(after.notificationSent()).isTrue();
      assertThat(after.reminderSent()).isTrue();
      assertThat(after.dayReminderAt()).isNull();
      Instant later = before.session().scheduledTime().plus(Duration.ofDays(1));
      Meeting moved =
          world.meetings.change(elif, id, Plans.of(world.meetings.get(elif, id)).at(later).wish());
      assertThat(moved.notificationSent()).isFalse();
      assertThat(world.database.read(tx -> store.find(tx, id)).orElseThrow().dayReminderAt())
          .isEqualTo(later.minus(Duration.ofDays(1)));
    }
  }

  private Meeting waitingRoom(World world, Identity owner, Identity applicant) {
    Instant at = clock.instant().plus(Duration.ofMinutes(10));
    return world.meetings.schedule(owner, Plans.with(applicant, at, 30).waiting().wish()).meeting();
  }

  private static void knock(World world, Identity applicant, Meeting meeting) {
    assertThatThrownBy(() -> world.entrance.join(applicant, meeting.meetingId()))
        .isInstanceOf(Refusal.class);
  }

  private void sweepAfterSeconds(World world, int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
    world.meetingSweeper.sweep();
  }

  @ParameterizedTest
  @EnumSource
  void aKnockThatNobodyRenewsIsTakenBack(Engine engine) {
    try (World world = start(engine.fresh(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = waitingRoom(world, elif, john);
      MeetingId id = meeting.meetingId();
      knock(world, john, meeting);
      long version = world.meetings.get(elif, id).version();
      for (int asked = 0; asked < 60; asked++) {
        sweepAfterSeconds(world, 10);
        knock(world, john, meeting);
      }
      assertThat(world.meetings.get(elif, id).knocks()).isTrue();
      assertThat(world.meetings.get(elif, id).version())
          .as("that one still waits is no news; the room opened once")
          .isLessThanOrEqualTo(version + 1);

      sweepAfterSeconds(world, 119);
      assertThat(world.meetings.get(elif, id).knocks()).isTrue();
      world.bus.clear();
      sweepAfterSeconds(world, 31);
      assertThat(world.meetings.get(elif, id).knocks()).isFalse();
      assertThat(world.bus.to(Subject.TEAM))
          .singleElement()
          .isInstanceOfSatisfying(
              ServerMessage.MeetingChanged.class,
              told -> assertThat(told.meeting().waitingSince()).isNull());

      knock(world, john, meeting);
      assertThat(world.meetings.get(elif, id).waitingSince()).isEqualTo(clock.instant());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoWasLetInStaysLetIn(Engine engine) {
    try (World world = start(engine.fresh(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = waitingRoom(world, elif, john);
      knock(world, john, meeting);
      long version = world.meetings.admit(elif, meeting.meetingId()).version();
      sweepAfterSeconds(world, 200);
      Meeting after = world.meetings.get(elif, meeting.meetingId());
      assertThat(after.keepsWaiting()).isFalse();
      assertThat(after.version()).isEqualTo(version);
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterARestartWhoWaitsHasTimeToShowThemselves(Engine engine) {
    StoreConfig config = engine.fresh(folder);
    Meeting meeting;
    try (World world = start(config)) {
      Identity john = world.applicant("john");
      meeting = waitingRoom(world, world.colleague("elif"), john);
      knock(world, john, meeting);
    }
    clock.advance(Duration.ofMinutes(4));
    try (World world = start(config)) {
      Identity elif = world.recruiter("elif");
      world.meetingSweeper.recover();
      world.meetingSweeper.sweep();
      assertThat(world.meetings.get(elif, meeting.meetingId()).knocks()).isTrue();
      sweepAfterSeconds(world, 149);
      assertThat(world.meetings.get(elif, meeting.meetingId()).knocks()).isTrue();
      sweepAfterSeconds(world, 1);
      assertThat(world.meetings.get(elif, meeting.meetingId()).knocks()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKnockThatWasRenewedMeanwhileIsNotWrittenBack(Engine engine) {
    try (World world = start(engine.fresh(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = waitingRoom(world, elif, john);
      MeetingId id = meeting.meetingId();
      knock(world, john, meeting);
      var store = new MeetingStore();
      StoredMeeting before = world.database.read(tx -> store.find(tx, id)).orElseThrow();
      clock.advance(Duration.ofSeconds(100));
      knock(world, john, meeting);
      // Somebody read it before that, and stores it now.
      StoredMeeting next = before.with(before.session().touched());
      assertThat(
              world.database.<Boolean>write(
                  tx -> store.update(tx, before.session(), next, clock.instant())))
          .isTrue();
      sweepAfterSeconds(world, 60);
      assertThat(world.meetings.get(elif, id).knocks()).isTrue();
    }
  }
}
