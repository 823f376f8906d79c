package dev.optima.backend.media;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.media.MediaEvent.Closed;
import dev.optima.backend.media.MediaEvent.Joined;
import dev.optima.backend.media.MediaEvent.Left;
import dev.optima.backend.media.MediaEvent.Noted;
import dev.optima.backend.media.MediaEvent.Occupant;
import dev.optima.backend.media.MediaEvent.RecordingEnded;
import dev.optima.backend.media.MediaEvent.RecordingStarted;
import dev.optima.backend.media.MediaEvent.RecordingUploaded;
import dev.optima.backend.media.MediaEvent.Sender;
import dev.optima.backend.media.MediaEvent.TranscriptUploaded;
import dev.optima.backend.media.MediaEvent.What;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MediaEventsTest {
  @TempDir Path folder;

  private void on(Engine engine, Story story) {
    Story.on(engine, folder, story);
  }

  /// A media server that tells of one call.
  private static final class Server {
    private final World world;
    private final MediaEvents events;
    private final List<String> news = new ArrayList<>();
    private final String room;
    private final CallId call;
    private int told;

    Server(World world, CallId call) {
      this.world = world;
      this.call = call;
      carriedBy("jaas");
      this.room =
          world.database.read(
              tx ->
                  tx.first("SELECT media_room FROM calls WHERE id = ?", row -> row.text(1), call)
                      .orElseThrow());
      events =
          new MediaEvents(
              world.database, world.mediaRooms, new Noting(), Duration.ofDays(90), world.clock);
    }

    final void carriedBy(String provider) {
      world.database.<Integer>write(
          tx -> tx.update("UPDATE calls SET provider = ? WHERE id = ?", provider, call));
    }

    MediaEvent event(What what, Instant at) {
      return new MediaEvent(
          "e" + call.value() + ++told, Sender.JAAS, "TYPE", room, "session-1", at, what);
    }

    void tell(What what) {
      events.take(event(what, world.clock.instant()));
    }

    void tell(What what, long secondsAgo) {
      events.take(event(what, world.clock.instant().minusSeconds(secondsAgo)));
    }

    void joined(Identity who, String occupant) {
      tell(new Joined(new Occupant(occupant, who.userId().value())));
    }

    void left(Identity who, String occupant) {
      tell(new Left(new Occupant(occupant, who.userId().value())));
    }

    long rows(String table) {
      return world.database.read(
          tx -> tx.first("SELECT count(*) FROM " + table, row -> row.number(1)).orElseThrow());
    }

    private final class Noting implements MediaNews {
      @Override
      public void started(CallId id, Instant at) {
        news.add("started " + id.equals(call));
      }

      @Override
      public void ended(CallId id, Instant at) {
        news.add("ended " + id.equals(call));
      }

      @Override
      public void uploaded(CallId id, String link, @Nullable Instant begun, Instant at) {
        news.add("uploaded " + link + " " + id.equals(call));
      }

      @Override
      public void transcribed(CallId id, String link, Instant at) {
        news.add("transcribed " + link + " " + id.equals(call));
      }
    }
  }

  private static CallId connecting(World world, Identity ayse, Identity mert, String key) {
    CallId call = world.calls.request(ayse, room(mert), key).call().callId();
    world.calls.accept(mert, call, null);
    return call;
  }

  private static CallId talking(World world, Identity ayse, Identity mert, String key) {
    CallId call = connecting(world, ayse, mert, key);
    world.calls.joined(ayse, call);
    world.calls.joined(mert, call);
    return call;
  }

  private static CallState state(World world, Identity ayse, CallId call) {
    world.sweeper.sweep();
    return world.calls.status(ayse, call).state();
  }

  private static void pass(World world, long seconds) {
    world.clock.advance(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @EnumSource
  void theMediaServersWordBringsBothIntoTheRoom(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = connecting(world, ayse, mert, "k");
          var server = new Server(world, call);
          server.joined(ayse, "a");
          assertThat(state(world, ayse, call)).isEqualTo(CallState.CONNECTING);
          server.joined(mert, "m");
          assertThat(state(world, ayse, call)).isEqualTo(CallState.ACTIVE);
          assertThat(world.bus.to(mert.userId()))
              .anyMatch(ServerMessage.VideoCallStarted.class::isInstance);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoLeavesTheMediaRoomIsMissedWithinFifteenSecondsAndMayComeBack(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert, "k");
          var server = new Server(world, call);
          server.joined(ayse, "a");
          server.joined(mert, "m");
          pass(world, 5);
          world.calls.alive(ayse, call);
          server.left(mert, "m");
          pass(world, 14);
          assertThat(state(world, ayse, call)).isEqualTo(CallState.ACTIVE);
          world.calls.alive(ayse, call);
          pass(world, 1);
          assertThat(state(world, ayse, call)).isEqualTo(CallState.RECONNECTING);
          server.joined(mert, "m2");
          assertThat(state(world, ayse, call)).isEqualTo(CallState.ACTIVE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aSignOfOurOwnUndoesIt(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert, "k");
          var server = new Server(world, call);
          server.left(mert, "m");
          pass(world, 10);
          world.calls.alive(mert, call);
          world.calls.alive(ayse, call);
          pass(world, 40);
          assertThat(state(world, ayse, call)).isEqualTo(CallState.ACTIVE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoIsThereTwiceAndLeavesOnceIsNotMissed(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert, "k");
          var server = new Server(world, call);
          server.joined(mert, "tab 1");
          server.joined(mert, "tab 2");
          server.left(mert, "tab 1");
          pass(world, 30);
          assertThat(state(world, ayse, call)).isEqualTo(CallState.ACTIVE);
          server.left(mert, "tab 2");
          pass(world, 15);
          assertThat(state(world, ayse, call)).isEqualTo(CallState.RECONNECTING);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aReloadInPairsDoesNoHarm(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert, "k");
          var server = new Server(world, call);
          for (int i = 0; i < 4; i++) {
            String occupant = "page " + i;
            server.tell(new Noted(null));
            server.joined(mert, occupant);
            server.left(mert, occupant);
            server.tell(new Closed(List.of(new Occupant(occupant, mert.userId().value()))));
            pass(world, 1);
          }
          server.joined(mert, "last");
          world.calls.alive(ayse, call);
          pass(world, 40);
          assertThat(state(world, ayse, call)).isEqualTo(CallState.ACTIVE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aClosedRoomHasLostAll(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert, "k");
          var server = new Server(world, call);
          server.joined(ayse, "a");
          server.joined(mert, "m");
          pass(world, 1);
          world.calls.alive(ayse, call);
          world.calls.alive(mert, call);
          server.tell(new Closed(List.of()));
          pass(world, 15);
          assertThat(state(world, ayse, call)).isEqualTo(CallState.RECONNECTING);
          pass(world, 90);
          assertThat(state(world, ayse, call)).isEqualTo(CallState.ENDED);
          assertThat(world.calls.status(ayse, call).outcome()).isEqualTo(CallOutcome.DROPPED);
        });
  }

  /// Joined, left, joined again as another, the room closed in between: in every order.
  @ParameterizedTest
  @EnumSource
  void everyOrderEndsTheSame(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          List<List<Integer>> orders = permutations(List.of(0, 1, 2, 3));
          for (int i = 0; i < orders.size(); i++) {
            CallId call = talking(world, ayse, mert, "k" + i);
            var server = new Server(world, call);
            Instant now = world.clock.instant();
            String who = mert.userId().value();
            List<MediaEvent> events =
                List.of(
                    server.event(new Joined(new Occupant("one", who)), now.minusMillis(900)),
                    server.event(new Left(new Occupant("one", who)), now.minusMillis(800)),
                    server.event(new Closed(List.of()), now.minusMillis(700)),
                    server.event(new Joined(new Occupant("two", who)), now.minusMillis(600)));
            for (int place : orders.get(i)) {
              server.events.take(events.get(place));
              server.events.take(events.getFirst());
            }
            world.calls.alive(ayse, call);
            boolean here =
                world.database.read(
                    tx ->
                        new MediaEventStore().occupancy(tx, call).people().contains(mert.userId()));
            assertThat(here).as("%s", orders.get(i)).isTrue();
            assertThat(server.rows("media_events WHERE call_id = '" + call.value() + "'"))
                .isEqualTo(4);
            world.calls.end(ayse, call);
            pass(world, 61);
          }
        });
  }

  private static List<List<Integer>> permutations(List<Integer> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (Integer first : of) {
      List<Integer> rest = new ArrayList<>(of);
      rest.remove(first);
      for (List<Integer> end : permutations(rest)) {
        List<Integer> one = new ArrayList<>(List.of(first));
        one.addAll(end);
        all.add(one);
      }
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOldMovesNothing(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert, "k");
          var server = new Server(world, call);
          for (int i = 0; i < 8; i++) {
            pass(world, 10);
            world.calls.alive(ayse, call);
            world.calls.alive(mert, call);
          }
          server.tell(new Left(new Occupant("m", mert.userId().value())), 60);
          pass(world, 30);
          assertThat(state(world, ayse, call)).isEqualTo(CallState.ACTIVE);
          pass(world, 15);
          assertThat(state(world, ayse, call)).isEqualTo(CallState.RECONNECTING);
          server.tell(new Joined(new Occupant("n", mert.userId().value())), 46);
          server.tell(new Joined(new Occupant("o", ayse.userId().value())), 46);
          assertThat(state(world, ayse, call))
              .as("that they came long ago does not say that they are back")
              .isEqualTo(CallState.RECONNECTING);
        });
  }

  @ParameterizedTest
  @EnumSource
  void strangersAndForeignRoomsAreNobody(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = connecting(world, ayse, mert, "k");
          var server = new Server(world, call);
          server.joined(world.recruiter("zeynep"), "z");
          server.tell(new Joined(new Occupant("anonymous", null)));
          server.events.take(
              new MediaEvent(
                  "x",
                  Sender.JITSI,
                  "T",
                  "optima-call-other",
                  null,
                  world.clock.instant(),
                  new Joined(new Occupant("m", mert.userId().value()))));
          assertThat(state(world, ayse, call)).isEqualTo(CallState.CONNECTING);
          assertThat(world.calls.status(ayse, call).participants())
              .allMatch(person -> person.joinedAt() == null);
          assertThat(server.rows("media_events")).as("of our room").isEqualTo(2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoWentOnWithoutTheMediaServerIsNotMissedThere(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert, "k");
          var server = new Server(world, call);
          server.joined(mert, "m");
          server.carriedBy("direct");
          server.left(mert, "m");
          server.tell(new Closed(List.of()));
          pass(world, 40);
          assertThat(state(world, ayse, call)).isEqualTo(CallState.ACTIVE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsToldOfAnEndedCallMovesNothing(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert, "k");
          var server = new Server(world, call);
          world.calls.end(mert, call);
          var ended = world.calls.status(ayse, call);
          server.joined(mert, "m");
          server.left(mert, "m");
          server.tell(new Closed(List.of()));
          assertThat(world.calls.status(ayse, call)).isEqualTo(ended);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoHungUpIsNotBroughtBackByALateWord(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = connecting(world, ayse, mert, "k");
          var server = new Server(world, call);
          world.calls.leave(ayse, call);
          server.joined(ayse, "a");
          server.joined(mert, "m");
          assertThat(world.calls.status(ayse, call).state()).isEqualTo(CallState.ENDED);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aHangUpAtTheSameTimeWins(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 15; round++) {
              CallId call = talking(world, ayse, mert, "k" + round);
              var server = new Server(world, call);
              server.joined(mert, "m");
              MediaEvent left =
                  server.event(
                      new Left(new Occupant("m", mert.userId().value())), world.clock.instant());
              MediaEvent back =
                  server.event(
                      new Joined(new Occupant("n", mert.userId().value())), world.clock.instant());
              List<Callable<Object>> acts =
                  List.of(
                      () -> world.calls.end(mert, call),
                      Executors.callable(() -> server.events.take(left)),
                      Executors.callable(() -> server.events.take(left)),
                      Executors.callable(() -> server.events.take(back)));
              acts.stream().map(threads::submit).toList().forEach(MediaEventsTest::await);
              assertThat(world.calls.status(ayse, call).state()).isEqualTo(CallState.ENDED);
              assertThat(world.calls.status(ayse, call).endedBy()).isEqualTo(mert.userId());
              assertThat(server.rows("media_events WHERE call_id = '" + call.value() + "'"))
                  .isEqualTo(3);
              pass(world, 61);
            }
          }
        });
  }

  private static void await(Future<Object> act) {
    try {
      act.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void recordingsAreHandedOverAlsoWhenTheNextCallIsInThatRoom(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert, "k");
          var server = new Server(world, call);
          server.tell(new RecordingStarted());
          server.tell(new RecordingEnded());
          world.calls.end(ayse, call);
          pass(world, 120);
          CallId next = talking(world, ayse, mert, "k2");
          world.database.<Integer>write(
              tx -> tx.update("UPDATE calls SET media_room = ? WHERE id = ?", server.room, next));
          pass(world, 60);
          MediaEvent uploaded =
              server.event(new RecordingUploaded("https://x/1", null), world.clock.instant());
          server.events.take(uploaded);
          server.events.take(uploaded);
          server.tell(new TranscriptUploaded("https://x/2"));
          assertThat(server.news)
              .containsExactly(
                  "started true",
                  "ended true",
                  "uploaded https://x/1 true",
                  "uploaded https://x/1 true",
                  "transcribed https://x/2 true");
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOldIsForgotten(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert, "k");
          var server = new Server(world, call);
          server.joined(mert, "m");
          server.tell(new Closed(List.of()));
          world.clock.advance(Duration.ofDays(89));
          server.events.tidy();
          assertThat(server.rows("media_events")).isEqualTo(2);
          assertThat(server.rows("media_occupants")).as("the call is not over").isEqualTo(1);
          world.calls.end(ayse, call);
          world.clock.advance(Duration.ofDays(3));
          server.events.tidy();
          assertThat(server.rows("media_events")).isZero();
          assertThat(server.rows("media_occupants")).isZero();
          assertThat(server.rows("media_closings")).isZero();
        });
  }
}
