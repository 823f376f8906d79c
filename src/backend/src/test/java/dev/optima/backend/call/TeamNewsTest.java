package dev.optima.backend.call;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.RecordingBus;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.message.ServerMessage.TeamCall;
import dev.optima.protocol.rest.LiveCalls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the team is told of live calls, on both databases.
class TeamNewsTest {
  @TempDir Path folder;

  private void on(Engine engine, Story story) {
    Story.on(engine, folder, story);
  }

  private static CallId talking(World world, Identity caller, Identity applicant) {
    CallId call = world.calls.request(caller, room(applicant), "k").call().callId();
    world.calls.accept(applicant, call, null);
    world.calls.joined(caller, call);
    world.calls.joined(applicant, call);
    return call;
  }

  private static List<CallState> states(World world) {
    return world.bus.teamCalls().stream().map(live -> live.call().state()).toList();
  }

  /// Each is newer than the one before: a console that applies only what is newer misses nothing.
  private static void assertInOrder(World world) {
    List<LiveCall> told = world.bus.teamCalls();
    for (int i = 1; i < told.size(); i++) {
      assertThat(told.get(i).isNewerThan(told.get(i - 1))).as("message %d", i).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyChangeIsToldOnceAndInOrder(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert);
          assertThat(states(world))
              .containsExactly(
                  CallState.RINGING, CallState.CONNECTING, CallState.CONNECTING, CallState.ACTIVE);
          for (int i = 0; i < 6; i++) {
            world.clock.advance(Duration.ofSeconds(10));
            world.calls.alive(ayse, call);
            world.calls.alive(mert, call);
            world.news.round();
          }
          assertThat(world.bus.teamCalls()).as("signs of life are no news").hasSize(4);

          world.features = Set.of("recording");
          world.recording.service().ask(ayse, call);
          assertThat(world.bus.teamCalls().getLast().recording())
              .isEqualTo(CallRecording.State.ASKED);
          world.calls.end(ayse, call);
          assertThat(states(world)).hasSize(6).endsWith(CallState.ACTIVE, CallState.ENDED);
          assertThat(world.bus.teamCalls().getLast().recording())
              .isEqualTo(CallRecording.State.ASKED);
          assertInOrder(world);
          assertThat(world.news.live(ayse).calls()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void allThatIsLiveWithWhatIsAroundIt(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          world.database.<Integer>write(
              tx -> tx.update("UPDATE applicants SET position = 'Engineer' WHERE id = 'mert'"));
          CallId call = talking(world, ayse, mert);
          world.clock.advance(Duration.ofSeconds(7));
          Identity john = world.applicant("john");
          Identity burak = world.recruiter("burak");
          CallId ring = world.calls.request(burak, room(john), "k").call().callId();
          world.news.measured(call, mert.userId(), 3, world.clock.instant());

          LiveCalls live = world.news.live(burak);
          assertThat(live.serverTime()).isEqualTo(world.clock.instant());
          assertThat(live.calls())
              .extracting(one -> one.call().callId())
              .containsExactly(call, ring);
          LiveCall first = live.calls().getFirst();
          assertThat(first.call()).isEqualTo(world.calls.status(burak, call));
          assertThat(first.call().duration()).isEqualTo(7);
          assertThat(first.position()).isEqualTo("Engineer");
          assertThat(first.provider()).isEqualTo("direct");
          assertThat(first.recording()).isEqualTo(CallRecording.State.OFF);
          assertThat(first.quality()).containsExactly(new LiveCall.Quality(mert.userId(), 3));
          assertThat(live.calls().getLast().call().participants()).hasSize(2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void barsAreToldWhenTheyChangeAndNotTooOften(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert);
          world.bus.clear();
          measure(world, call, mert, 4);
          assertThat(world.bus.teamCalls()).as("at once").hasSize(1);
          measure(world, call, ayse, 2);
          world.news.round();
          assertThat(world.bus.teamCalls()).as("three seconds are not over").hasSize(1);
          world.clock.advance(Duration.ofSeconds(3));
          world.news.round();
          assertThat(world.bus.teamCalls().getLast().quality())
              .containsExactly(
                  new LiveCall.Quality(ayse.userId(), 2), new LiveCall.Quality(mert.userId(), 4));
          assertThat(world.bus.teamCalls().getLast().call().duration()).isEqualTo(3);
          for (int i = 0; i < 5; i++) {
            world.clock.advance(Duration.ofSeconds(5));
            measure(world, call, ayse, 2);
            measure(world, call, mert, 4);
            world.news.round();
          }
          assertThat(world.bus.teamCalls()).as("nothing changed").hasSize(2);
          for (int i = 0; i < 4; i++) {
            world.clock.advance(Duration.ofSeconds(4));
            measure(world, call, ayse, 2);
            world.news.round();
          }
          assertThat(world.bus.teamCalls()).as("who measures nothing has no bars").hasSize(3);
          assertThat(world.bus.teamCalls().getLast().quality())
              .containsExactly(new LiveCall.Quality(ayse.userId(), 2));
          world.calls.end(ayse, call);
          assertThat(world.bus.teamCalls().getLast().quality()).isEmpty();
          measure(world, call, ayse, 1);
          world.clock.advance(Duration.ofSeconds(5));
          world.news.round();
          assertThat(world.bus.teamCalls()).as("what is over is over").hasSize(4);
          assertInOrder(world);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatAPageReportsIsToldAsBars(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert);
          world.bus.clear();
          world.quality.report(
              mert, new VideoCallQuality(call, 0.04, 0.3, 0.005, 900_000.0, 25.0, 640, 360));
          assertThat(world.bus.teamCalls())
              .singleElement()
              .satisfies(
                  live ->
                      assertThat(live.quality())
                          .singleElement()
                          .satisfies(side -> assertThat(side.userId()).isEqualTo(mert.userId()))
                          .satisfies(side -> assertThat(side.bars()).isLessThan(3)));
        });
  }

  private static void measure(World world, CallId call, Identity who, int bars) {
    world.news.measured(call, who.userId(), bars, world.clock.instant());
  }

  @ParameterizedTest
  @EnumSource
  void aNodeThatStartsLearnsOfTheCallsThatItFinds(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert);
          var kernel = node(world, world.bus);
          world.bus.clear();
          kernel.measured(call, mert.userId(), 1, world.clock.instant());
          assertThat(world.bus.teamCalls()).isEmpty();
          kernel.round();
          assertThat(world.bus.teamCalls())
              .singleElement()
              .satisfies(live -> assertThat(live.call().state()).isEqualTo(CallState.ACTIVE))
              .satisfies(
                  live ->
                      assertThat(live.quality())
                          .containsExactly(new LiveCall.Quality(mert.userId(), 1)));
          assertThat(world.news.live(ayse).calls().getFirst().quality())
              .as("bars travel between nodes by what the team is told")
              .containsExactly(new LiveCall.Quality(mert.userId(), 1));
        });
  }

  /// As long as somebody measures, bars that stay the same stay.
  @ParameterizedTest
  @EnumSource
  void barsOfANodeThatDiedAgeOut(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          var bus = new RecordingBus();
          TeamNews node = node(world, bus);
          CallId call = talking(world, ayse, mert);
          node.round();
          LiveCall last = world.bus.teamCalls().getLast();
          var bars = new LiveCall.Quality(mert.userId(), 2);
          node.publish(ToldCall.with(last, last.at().plusMillis(1), List.of(bars)));
          for (int i = 0; i < 4; i++) {
            world.clock.advance(Duration.ofSeconds(10));
            world.quality.report(
                mert, new VideoCallQuality(call, 0.04, 0.3, 0.005, 900_000.0, 25.0, 640, 360));
            node.round();
          }
          assertThat(bus.teamCalls()).hasSize(1);
          assertThat(node.live(ayse).calls().getFirst().quality()).containsExactly(bars);

          world.clock.advance(LiveQuality.IDLE.minusMillis(1));
          node.round();
          assertThat(bus.teamCalls()).hasSize(1);
          world.clock.advance(LiveTruth.STEP);
          node.round();
          assertThat(bus.teamCalls()).hasSize(2);
          assertThat(bus.teamCalls().getLast().quality()).isEmpty();
          assertThat(node.quality().known()).isEmpty();
        });
  }

  /// What the history says of it when the team hears of the end, another node's team too.
  @ParameterizedTest
  @EnumSource
  void whatIsToldToBeOverIsInTheHistory(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert);
          var read = new ArrayList<CallSnapshot>();
          world.bus.subscribe(Subject.TEAM, parcel -> read.addAll(ends(world, ayse, parcel)));
          world.calls.end(ayse, call);
          assertThat(read)
              .singleElement()
              .satisfies(row -> assertThat(row.outcome()).isEqualTo(CallOutcome.COMPLETED));
        });
  }

  private static List<CallSnapshot> ends(World world, Identity who, Parcel parcel) {
    return parcel instanceof Parcel.Event event
            && event.message().message() instanceof TeamCall(LiveCall live)
            && live.call().state().isTerminal()
        ? world.calls(who)
        : List.of();
  }

  /// Another node, on a bus of its own.
  private static TeamNews node(World world, RecordingBus bus) {
    return new TeamNews(world.database, new CallStore(), bus, () -> true, world.clock);
  }

  @ParameterizedTest
  @EnumSource
  void whatTheBusLostIsToldSoon(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert);
          world.news.round();
          world.bus.lose(true);
          world.calls.end(ayse, call);
          CallId ring =
              world.calls.request(ayse, room(world.applicant("john")), "j").call().callId();
          world.bus.lose(false);
          world.bus.clear();
          world.clock.advance(LiveTruth.STEP);
          world.news.round();
          assertThat(world.bus.teamCalls())
              .extracting(live -> live.call().callId() + " " + live.call().state())
              .containsExactlyInAnyOrder(ring + " RINGING", call + " ENDED");

          world.bus.lose(true);
          world.calls.cancel(ayse, ring);
          world.clock.advance(LiveTruth.STEP);
          world.news.round();
          world.bus.lose(false);
          world.bus.clear();
          world.clock.advance(LiveTruth.STEP);
          world.news.round();
          assertThat(states(world)).as("until it arrives").containsExactly(CallState.CANCELLED);
          world.clock.advance(LiveTruth.STEP);
          world.news.round();
          assertThat(world.bus.teamCalls()).as("and not again").hasSize(1);
        });
  }

  /// It stored what it did, and died before it told.
  @ParameterizedTest
  @EnumSource
  void whatANodeThatDiedDidNotTellIsToldByAnother(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          var bus = new RecordingBus();
          TeamNews other = node(world, bus);
          CallId call = talking(world, ayse, mert);
          other.round();
          assertThat(bus.teamCalls()).as("what was live before is asked for").isEmpty();
          world.interviews.enter(world.recruiter("burak"), call);
          world.clock.advance(Duration.ofSeconds(2));
          other.round();
          assertThat(bus.teamCalls()).as("not so soon").isEmpty();
          world.clock.advance(Duration.ofSeconds(1));
          other.round();
          assertThat(bus.teamCalls())
              .singleElement()
              .satisfies(live -> assertThat(live.call().participants()).hasSize(3));
          world.calls.end(ayse, call);
          world.clock.advance(LiveTruth.STEP);
          other.round();
          assertThat(bus.teamCalls()).hasSize(2);
          assertThat(bus.teamCalls().getLast().call().state()).isEqualTo(CallState.ENDED);

          var alone = new RecordingBus();
          var unwatched =
              new TeamNews(world.database, new CallStore(), alone, () -> false, world.clock);
          unwatched.round();
          world.calls.request(ayse, room(mert), "again");
          world.clock.advance(LiveTruth.STEP);
          unwatched.round();
          assertThat(alone.teamCalls()).as("nobody is here to be told").isEmpty();
        });
  }

  /// Whoever changed it saw the call before the transition that was told first.
  @ParameterizedTest
  @EnumSource
  void aRecordingThatBeginsWithATransitionIsTold(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          var bus = new RecordingBus();
          TeamNews node = node(world, bus);
          CallId call = talking(world, ayse, mert);
          node.round();
          StoredCall before = stored(world, call);
          world.interviews.enter(world.recruiter("burak"), call);
          tell(world, node, stored(world, call));
          world.features = Set.of("recording");
          world.recording.service().ask(ayse, call);
          tell(world, node, before);
          assertThat(bus.teamCalls().getLast().recording()).isEqualTo(CallRecording.State.OFF);
          node.round();
          assertThat(bus.teamCalls()).hasSize(2);
          assertThat(bus.teamCalls().getLast().recording()).isEqualTo(CallRecording.State.ASKED);
          assertThat(bus.teamCalls().getLast().isNewerThan(bus.teamCalls().getFirst())).isTrue();
        });
  }

  private static StoredCall stored(World world, CallId call) {
    return world.database.read(tx -> new CallStore().find(tx, call)).orElseThrow();
  }

  private static void tell(World world, TeamNews node, StoredCall call) {
    world.database.<Boolean>write(
        tx -> {
          node.stored(tx, call);
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource
  void newsOfWhatIsOverIsNotKept(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert);
          var bars = List.of(new LiveCall.Quality(mert.userId(), 2));
          LiveCall last = world.bus.teamCalls().getLast();
          LiveCall late = ToldCall.with(last, last.at().plusMillis(1), bars);
          world.news.round();
          world.calls.end(ayse, call);
          world.news.publish(late);
          assertThat(world.news.quality().known()).isEmpty();
          assertThat(world.news.marks()).isEmpty();

          world.clock.advance(Duration.ofMinutes(2));
          world.news.round();
          world.news.publish(late);
          assertThat(world.news.quality().known()).as("much too late").hasSize(1);
          world.bus.clear();
          world.clock.advance(LiveTruth.STEP);
          world.news.round();
          assertThat(world.news.quality().known()).isEmpty();
          assertThat(world.news.marks()).isEmpty();
          assertThat(states(world)).as("whoever believed it").containsExactly(CallState.ENDED);
        });
  }

  /// However many calls there were.
  @Test
  void theListLooksOnlyAtWhatIsLive() {
    on(
        Engine.SQLITE,
        (world, ayse, mert) -> {
          for (String sql : List.of(LiveCallStore.LIVE, LiveCallStore.PEOPLE_OF_LIVE)) {
            List<String> plan =
                world.database.read(tx -> tx.list("EXPLAIN QUERY PLAN " + sql, row -> row.text(4)));
            assertThat(plan)
                .anySatisfy(step -> assertThat(step).contains("INDEX calls_"))
                .noneSatisfy(
                    step -> assertThat(step).matches("SCAN (c|p|a|m|r|calls|call_participants)"));
          }
        });
  }

  /// Many at once, each with its signs of life.
  @ParameterizedTest
  @EnumSource
  void manyCallsAreNoNewsAsLongAsNothingHappens(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          for (int i = 0; i < 200; i++) {
            talking(world, world.recruiter("r" + i), world.applicant("a" + i));
          }
          world.bus.clear();
          List<LiveCall> live = world.news.live(ayse).calls();
          assertThat(live).hasSize(200);
          world.clock.advance(Duration.ofSeconds(10));
          for (LiveCall one : live) {
            world.calls.alive(world.recruiter(one.call().callerId().value()), one.call().callId());
          }
          world.news.round();
          assertThat(world.bus.teamCalls()).isEmpty();
        });
  }
}
