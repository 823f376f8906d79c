package dev.optima.backend.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.call.CallService;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.Work;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.CloseMeeting;
import dev.optima.protocol.rest.MeetingHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A meeting and the calls that are held for it, on both databases.
class MeetingCallTest {
  @TempDir private Path folder;

  private static ErrorCode refused(Callable<?> command) {
    return catchThrowableOfType(Refusal.class, command::call).code();
  }

  private static Meeting inMinutes(
      World world, int minutes, Identity owner, Identity applicant, Identity... others) {
    var at = world.clock.instant().plus(Duration.ofMinutes(minutes));
    return world.meetings.schedule(owner, Plans.with(applicant, at, 30, others).wish()).meeting();
  }

  private static Meeting present(World world, Identity who, Meeting meeting) {
    return world.meetings.get(who, meeting.meetingId());
  }

  @ParameterizedTest
  @EnumSource
  void whoeverJoinsFirstOpensTheRoom(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity mert = world.colleague("mert");
      Identity john = world.applicant("john");
      Meeting meeting = inMinutes(world, 30, elif, john, mert);
      assertThat(refused(() -> world.entrance.join(john, meeting.meetingId())))
          .isEqualTo(ErrorCode.TOO_EARLY);
      assertThat(refused(() -> world.entrance.join(world.colleague("selin"), meeting.meetingId())))
          .isEqualTo(ErrorCode.FORBIDDEN);
      world.clock.advance(Duration.ofMinutes(16));
      world.meetingSweeper.sweep();
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.OPEN);

      JoinTicket early = world.entrance.join(john, meeting.meetingId());
      CallId call = early.callId();
      assertThat(present(world, elif, meeting).callId()).isEqualTo(call);
      assertThat(world.calls.live(elif)).as("the owner is not in it yet").isEmpty();
      world.calls.joined(john, call);
      for (int i = 0; i < 10; i++) {
        world.clock.advance(Duration.ofSeconds(30));
        world.calls.alive(john, call);
        world.sweeper.sweep();
      }
      assertThat(world.calls.status(elif, call).state()).isEqualTo(CallState.CONNECTING);

      Identity sara = world.applicant("sara");
      CallId other = world.calls.request(elif, World.room(sara), "other").call().callId();
      world.calls.cancel(elif, other);

      assertThat(world.entrance.join(mert, meeting.meetingId()).callId()).isEqualTo(call);
      world.calls.joined(mert, call);
      CallSnapshot live = world.calls.status(elif, call);
      assertThat(live.state()).isEqualTo(CallState.ACTIVE);
      assertThat(live.callerId()).isEqualTo(mert.userId());
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.IN_PROGRESS);

      assertThat(world.entrance.join(elif, meeting.meetingId()).callId()).isEqualTo(call);
      world.calls.joined(elif, call);
      assertThat(refused(() -> world.calls.request(elif, World.room(sara), "while")))
          .isEqualTo(ErrorCode.BUSY);
      world.calls.leave(elif, call);
      world.clock.advance(Duration.ofSeconds(40));
      world.calls.end(mert, call);
      Meeting done = present(world, elif, meeting);
      assertThat(done.status()).isEqualTo(MeetingStatus.COMPLETED);
      assertThat(done.startedAt()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRingWhileItIsOpenBelongsToIt(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      CallSnapshot before = world.calls.request(elif, World.room(john), "before").call();
      assertThat(before.meetingId()).isNull();
      world.calls.cancel(elif, before.callId());
      Meeting meeting = inMinutes(world, 10, elif, john);

      CallSnapshot ring = world.calls.request(elif, World.room(john), "ring").call();
      assertThat(ring.meetingId()).isEqualTo(meeting.meetingId());
      assertThat(refused(() -> world.entrance.join(elif, meeting.meetingId())))
          .isEqualTo(ErrorCode.TOO_EARLY);
      JoinTicket in = world.entrance.join(john, meeting.meetingId());
      assertThat(in.callId()).isEqualTo(ring.callId());
      world.calls.joined(john, ring.callId());
      world.calls.joined(elif, ring.callId());
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.IN_PROGRESS);
      world.calls.end(elif, ring.callId());
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.COMPLETED);

      JoinTicket again = world.entrance.join(elif, meeting.meetingId());
      assertThat(again.callId()).isNotEqualTo(ring.callId());
      world.calls.joined(elif, again.callId());
      world.entrance.join(john, meeting.meetingId());
      world.calls.joined(john, again.callId());
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.IN_PROGRESS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRingToWhomWaitsComesIn(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = inMinutes(world, 10, elif, john);
      CallId call = world.entrance.join(john, meeting.meetingId()).callId();
      world.calls.joined(john, call);
      world.bus.clear();

      CallService.Placed placed = world.calls.request(elif, World.room(john), "ring");

      assertThat(placed.entered()).isTrue();
      assertThat(placed.call().callId()).isEqualTo(call);
      assertThat(world.bus.to(elif.userId()))
          .anyMatch(ServerMessage.VideoCallReady.class::isInstance);
      assertThat(world.bus.to(john.userId()))
          .noneMatch(ServerMessage.VideoCallIncoming.class::isInstance);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsAloneMayRing(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = inMinutes(world, 10, elif, john);
      CallId room = world.entrance.join(elif, meeting.meetingId()).callId();
      world.calls.joined(elif, room);

      CallSnapshot ring = world.calls.request(elif, World.room(john), "ring").call();

      assertThat(ring.state()).isEqualTo(CallState.RINGING);
      assertThat(ring.meetingId()).isEqualTo(meeting.meetingId());
      assertThat(world.calls.status(elif, room).state()).isEqualTo(CallState.ENDED);
      assertThat(world.calls(elif)).hasSize(2);
      assertThat(world.chat.history().messages(john, World.room(john), null, null, 10).messages())
          .as("the thread does not tell of a room in which nobody met")
          .hasSize(1);
    }
  }

  /// The page of whoever rings reaches the room only after the applicant said yes.
  @ParameterizedTest
  @EnumSource
  void whoRingsComesIntoNoOtherRoom(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Identity sara = world.applicant("sara");
      Meeting meeting = inMinutes(world, 10, elif, john);
      CallId ring = world.calls.request(elif, World.room(sara), "ring").call().callId();
      assertElsewhere(ring, () -> world.entrance.join(elif, meeting.meetingId()));
      assertElsewhere(ring, () -> world.calls.request(elif, World.room(john), "second"));
      world.calls.accept(sara, ring, null);
      assertElsewhere(ring, () -> world.entrance.join(elif, meeting.meetingId()));
      assertElsewhere(ring, () -> world.calls.request(elif, World.room(john), "second"));

      world.entrance.join(john, meeting.meetingId());
      assertElsewhere(ring, () -> world.entrance.join(elif, meeting.meetingId()));
      assertElsewhere(ring, () -> world.calls.request(elif, World.room(john), "into"));
      world.calls.end(elif, ring);
      assertThat(world.entrance.join(elif, meeting.meetingId()).callId()).isNotEqualTo(ring);
    }
  }

  private static void assertElsewhere(CallId own, Callable<?> command) {
    Refusal busy = catchThrowableOfType(Refusal.class, command::call);
    assertThat(busy.code()).isEqualTo(ErrorCode.BUSY);
    assertThat(busy.busy()).hasValueSatisfying(line -> assertThat(line.callId()).isEqualTo(own));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyRoomCloses(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = inMinutes(world, 10, elif, john);
      CallId room = world.entrance.join(john, meeting.meetingId()).callId();
      world.clock.advance(Duration.ofSeconds(46));
      world.sweeper.sweep();
      assertThat(world.calls.status(elif, room).state()).isEqualTo(CallState.FAILED);
      assertThat(world.entrance.join(john, meeting.meetingId()).callId()).isNotEqualTo(room);
    }
  }

  /// Each side came, and was not seen again.
  @ParameterizedTest
  @EnumSource
  void aCallInWhichNobodyMetIsNoInterview(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = inMinutes(world, 5, elif, john);
      CallId room = world.entrance.join(john, meeting.meetingId()).callId();
      world.calls.joined(john, room);
      world.clock.advance(Duration.ofSeconds(2));
      world.entrance.join(elif, meeting.meetingId());
      world.calls.joined(elif, room);
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.IN_PROGRESS);
      world.clock.advance(Duration.ofSeconds(45));
      world.sweeper.sweep();
      world.clock.advance(Duration.ofSeconds(90));
      world.sweeper.sweep();

      CallSnapshot call = world.calls.status(elif, room);
      assertThat(call.outcome()).isEqualTo(CallOutcome.NOT_JOINED);
      assertThat(call.startedAt()).isNull();
      Meeting open = present(world, elif, meeting);
      assertThat(open.status()).as("it is still to be held").isEqualTo(MeetingStatus.OPEN);
      assertThat(open.startedAt()).isNull();
      assertThat(world.meetings.history(elif, meeting.meetingId()).entries())
          .extracting(MeetingHistory.Entry::act)
          .doesNotContain("completed")
          .endsWith("opened");
      assertThat(world.chat.history().messages(john, World.room(john), null, null, 10).messages())
          .as("what the thread told of is told to its end")
          .extracting(ChatEntry::kind)
          .endsWith(ChatEntry.Kind.CALL_STARTED, ChatEntry.Kind.CALL);

      CallId again = world.entrance.join(elif, meeting.meetingId()).callId();
      assertThat(again).isNotEqualTo(room);
      world.entrance.join(john, meeting.meetingId());
      world.calls.joined(elif, again);
      world.calls.joined(john, again);
      world.clock.advance(Duration.ofSeconds(30));
      world.calls.end(elif, again);
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.COMPLETED);
    }
  }

  /// Its owner says that it goes on, and rings: only a call that started may end it again.
  @ParameterizedTest
  @EnumSource
  void aRingThatNobodyAnswersEndsNoInterviewThatWasOpenedAgain(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = inMinutes(world, 5, elif, john);
      CallId room = world.entrance.join(elif, meeting.meetingId()).callId();
      world.entrance.join(john, meeting.meetingId());
      world.calls.joined(elif, room);
      world.calls.joined(john, room);
      world.clock.advance(Duration.ofSeconds(30));
      world.calls.end(elif, room);
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.COMPLETED);
      var undo = new CloseMeeting(CloseMeeting.Outcome.UNDO, null, null);
      world.meetings.close(elif, meeting.meetingId(), undo);
      world.clock.advance(Duration.ofSeconds(5));

      CallId missed = ring(world, elif, john, "missed");
      assertThat(present(world, elif, meeting).callId()).isEqualTo(missed);
      world.clock.advance(Duration.ofSeconds(45));
      world.sweeper.sweep();
      assertThat(world.calls.status(elif, missed).state()).isEqualTo(CallState.MISSED);
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.IN_PROGRESS);
      world.calls.reject(john, ring(world, elif, john, "rejected"));
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.IN_PROGRESS);
      world.calls.cancel(elif, ring(world, elif, john, "cancelled"));
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.IN_PROGRESS);
      world.clock.advance(Duration.ofMinutes(31)); // three rings are enough for a while
      world.calls.end(john, accepted(world, elif, john, "hung up"));
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.IN_PROGRESS);
      CallId failed = accepted(world, elif, john, "failed");
      world.clock.advance(Duration.ofSeconds(46));
      world.sweeper.sweep();
      assertThat(world.calls.status(elif, failed).state()).isEqualTo(CallState.FAILED);
      Meeting going = present(world, elif, meeting);
      assertThat(going.status()).isEqualTo(MeetingStatus.IN_PROGRESS);
      assertThat(going.startedAt()).isNotNull();

      CallId held = accepted(world, elif, john, "held");
      world.calls.joined(elif, held);
      world.calls.joined(john, held);
      world.clock.advance(Duration.ofSeconds(20));
      world.calls.end(elif, held);
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.COMPLETED);
    }
  }

  private static CallId ring(World world, Identity caller, Identity applicant, String key) {
    CallSnapshot call = world.calls.request(caller, World.room(applicant), key).call();
    assertThat(call.state()).isEqualTo(CallState.RINGING);
    return call.callId();
  }

  private static CallId accepted(World world, Identity caller, Identity applicant, String key) {
    CallId call = ring(world, caller, applicant, key);
    world.calls.accept(applicant, call, null);
    return call;
  }

  @ParameterizedTest
  @EnumSource
  void longAfterwardsTheDoorIsOpenForTheTeamOnly(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = inMinutes(world, 10, elif, john);
      world.clock.advance(Duration.ofMinutes(70));
      world.meetingSweeper.sweep();
      assertThat(refused(() -> world.entrance.join(john, meeting.meetingId())))
          .isEqualTo(ErrorCode.STALE);
      assertThat(world.calls.request(elif, World.room(john), "ring").call().meetingId())
          .as("a ring of today does not belong to it")
          .isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsIsLetIn(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = waitingRoom(world, elif, john);
      MeetingId id = meeting.meetingId();
      world.bus.clear();

      Refusal outside = catchThrowableOfType(Refusal.class, () -> world.entrance.join(john, id));
      assertThat(outside.code()).isEqualTo(ErrorCode.TOO_EARLY);
      assertThat(outside.meeting()).hasValueSatisfying(seen -> assertThat(seen.knocks()).isTrue());
      assertThat(refused(() -> world.entrance.join(john, id))).isEqualTo(ErrorCode.TOO_EARLY);
      assertThat(world.bus.to(john.userId()))
          .as("however often the page asks, screens hear of it once")
          .hasSize(1);

      CallId call = world.entrance.join(elif, id).callId();
      world.calls.joined(elif, call);
      assertThat(refused(() -> world.entrance.join(john, id)))
          .as("that a recruiter is there lets nobody in")
          .isEqualTo(ErrorCode.TOO_EARLY);
      assertThat(refused(() -> world.calls.join(john, call)))
          .as("nor does the call behind it")
          .isEqualTo(ErrorCode.TOO_EARLY);
      assertThat(world.calls.live(john)).isEmpty();
      assertThat(refused(() -> world.meetings.admit(world.colleague("selin"), id)))
          .isEqualTo(ErrorCode.FORBIDDEN);

      assertThat(world.meetings.admit(elif, id).knocks()).isFalse();
      assertThat(world.entrance.join(john, id).callId()).isEqualTo(call);
      world.calls.joined(john, call);
      assertThat(present(world, elif, meeting).status()).isEqualTo(MeetingStatus.IN_PROGRESS);
      assertThat(world.meetings.history(elif, id).entries())
          .extracting(MeetingHistory.Entry::act)
          .contains("admitted")
          .doesNotContain("knocked");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoGoesAwayWaitsNoMore(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = waitingRoom(world, elif, john);
      MeetingId id = meeting.meetingId();
      assertThat(refused(() -> world.entrance.join(john, id))).isEqualTo(ErrorCode.TOO_EARLY);
      world.meetings.leave(john, id);
      assertThat(present(world, elif, meeting).knocks()).isFalse();

      world.meetings.admit(elif, id);
      Meeting moved =
          world.meetings.change(
              elif,
              id,
              Plans.of(present(world, elif, meeting))
                  .at(meeting.scheduledTime().plusSeconds(120))
                  .wish());
      assertThat(moved.keepsWaiting()).as("another time, another door").isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRingCallsInWhoWaits(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = waitingRoom(world, elif, john);
      CallId ring = world.calls.request(elif, World.room(john), "ring").call().callId();
      assertThat(world.entrance.join(john, meeting.meetingId()).callId()).isEqualTo(ring);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsLeftInARoomThatIsCalledOff(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = inMinutes(world, 10, elif, john);
      CallId room = world.entrance.join(john, meeting.meetingId()).callId();
      world.calls.joined(john, room);
      assertThat(world.calls.alive(john, room).state()).isEqualTo(CallState.CONNECTING);
      world.meetings.cancel(elif, meeting.meetingId(), new CancelMeeting(null, null, null));
      assertThat(world.calls.alive(john, room).state()).isEqualTo(CallState.ENDED);

      Meeting next = inMinutes(world, 12, elif, john);
      assertThat(world.entrance.join(elif, next.meetingId()).callId()).isNotEqualTo(room);
    }
  }

  private static Meeting waitingRoom(World world, Identity owner, Identity applicant) {
    var at = world.clock.instant().plus(Duration.ofMinutes(10));
    return world.meetings.schedule(owner, Plans.with(applicant, at, 30).waiting().wish()).meeting();
  }

  @ParameterizedTest
  @EnumSource
  void nobodyComesIntoWhatIsCalledOffInThatMoment(Engine engine) {
    var database = new Interrupted(engine.open(folder));
    try (World world = new World(database)) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Meeting meeting = inMinutes(world, 10, elif, john);
      database.before =
          () ->
              world.meetings.cancel(elif, meeting.meetingId(), new CancelMeeting(null, null, null));

      assertThat(refused(() -> world.entrance.join(john, meeting.meetingId())))
          .isEqualTo(ErrorCode.STALE);
      assertThat(world.calls.live(john)).isEmpty();
      assertThat(present(world, elif, meeting).callId()).isNull();
    }
  }

  /// Something happens between what somebody read and what they write.
  private static final class Interrupted implements Database {
    private final Database real;
    private @Nullable Runnable before;

    Interrupted(Database real) {
      this.real = real;
    }

    @Override
    public <T extends @Nullable Object> T write(String lane, Work<T> work) {
      Runnable first = before;
      before = null;
      if (first != null) {
        first.run();
      }
      return real.write(lane, work);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
      return real.write(work);
    }

    @Override
    public <T extends @Nullable Object> void submit(String lane, Work<T> work, Outcome<T> outcome) {
      real.submit(lane, work, outcome);
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
      return real.read(work);
    }

    @Override
    public boolean isReady() {
      return real.isReady();
    }

    @Override
    public int backlog() {
      return real.backlog();
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
