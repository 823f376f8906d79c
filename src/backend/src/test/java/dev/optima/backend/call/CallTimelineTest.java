package dev.optima.backend.call;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallHappening.Kind;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.ClientMessage.VideoCallEvent;
import dev.optima.protocol.message.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is kept of what happened in a call, on both databases.
class CallTimelineTest {
  @TempDir Path folder;

  private void on(Engine engine, Story story) {
    Story.on(engine, folder, story);
  }

  private static CallId ring(World world, Identity caller, Identity applicant) {
    return world.calls.request(caller, room(applicant), "k").call().callId();
  }

  private static CallId talking(World world, Identity caller, Identity applicant) {
    CallId call = ring(world, caller, applicant);
    world.clock.advance(Duration.ofSeconds(5));
    world.calls.accept(applicant, call, null);
    world.calls.joined(caller, call);
    world.calls.joined(applicant, call);
    return call;
  }

  private static ErrorCode refused(Runnable command) {
    return catchThrowableOfType(Refusal.class, command::run).code();
  }

  private static List<String> told(World world, Identity who, CallId call) {
    return world.timeline.of(who, call).stream()
        .map(h -> h.kind() + (h.name() == null ? "" : " " + h.name().replace("Name of ", "")))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void transitionsAndWhatPagesTell(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert);
          world.clock.advance(Duration.ofSeconds(10));
          world.timeline.tell(mert, new VideoCallEvent(call, Kind.CAMERA_LOST, "gone", null));
          world.timeline.tell(ayse, new VideoCallEvent(call, Kind.OFFLINE, null, 4_000));
          world.clock.advance(Duration.ofSeconds(35));
          world.calls.alive(ayse, call);
          world.clock.advance(Duration.ofSeconds(10));
          world.sweeper.sweep();
          world.clock.advance(Duration.ofSeconds(10));
          world.calls.alive(mert, call);
          world.calls.end(world.admin("boss"), call);

          assertThat(told(world, ayse, call))
              .containsExactly(
                  "RINGING ayse",
                  "ACCEPTED mert",
                  "JOINED ayse",
                  "JOINED mert",
                  "STARTED",
                  "OFFLINE ayse",
                  "CAMERA_LOST mert",
                  "RECONNECTING mert",
                  "RESUMED mert",
                  "ENDED");
          assertThat(world.timeline.of(ayse, call))
              .filteredOn(h -> h.kind() == Kind.CAMERA_LOST)
              .extracting(CallHappening::detail)
              .containsExactly("gone");
          assertThat(refused(() -> world.timeline.of(mert, call))).isEqualTo(ErrorCode.FORBIDDEN);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatAPageMayTell(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = ring(world, ayse, mert);
          var camera = new VideoCallEvent(call, Kind.CAMERA_ON, null, null);
          assertThat(refused(() -> world.timeline.tell(mert, camera)))
              .isEqualTo(ErrorCode.TOO_EARLY);
          world.calls.accept(mert, call, null);
          assertThat(refused(() -> world.timeline.tell(world.recruiter("burak"), camera)))
              .isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(refused(() -> world.timeline.tell(world.applicant("john"), camera)))
              .isEqualTo(ErrorCode.NOT_FOUND);
          for (VideoCallEvent wrong :
              List.of(
                  new VideoCallEvent(call, Kind.ENDED, null, null),
                  new VideoCallEvent(call, Kind.CAMERA_ON, "x".repeat(101), null),
                  new VideoCallEvent(call, Kind.CAMERA_ON, null, -1),
                  new VideoCallEvent(call, Kind.CAMERA_ON, null, 600_001))) {
            assertThat(refused(() -> world.timeline.tell(mert, wrong)))
                .isEqualTo(ErrorCode.INVALID);
          }
          for (int i = 0; i < CallTimeline.MOST + 20; i++) {
            world.timeline.tell(mert, camera);
          }
          world.timeline.tell(ayse, new VideoCallEvent(call, Kind.RELAYED, "a\0b", null));
          List<CallHappening> all = world.timeline.of(ayse, call);
          assertThat(all).filteredOn(h -> h.kind() == Kind.CAMERA_ON).hasSize(CallTimeline.MOST);
          assertThat(all).last().extracting(CallHappening::detail).isEqualTo("a b");
          world.calls.end(mert, call);
          assertThat(refused(() -> world.timeline.tell(mert, camera))).isEqualTo(ErrorCode.STALE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void anOldCallTellsWhatItsRowKnows(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert);
          Identity burak = world.recruiter("burak");
          world.interviews.enter(burak, call);
          world.calls.joined(burak, call);
          world.clock.advance(Duration.ofSeconds(20));
          world.calls.leave(burak, call);
          world.clock.advance(Duration.ofSeconds(5));
          forget(world);
          world.calls.end(mert, call);
          assertThat(told(world, ayse, call))
              .as("it was live when timelines began")
              .containsExactly(
                  "RINGING ayse",
                  "JOINED ayse",
                  "JOINED mert",
                  "JOINED burak",
                  "STARTED",
                  "LEFT burak",
                  "ENDED mert");
          forget(world);
          assertThat(told(world, ayse, call)).hasSize(7).endsWith("ENDED mert");
        });
  }

  private static void forget(World world) {
    world.database.<Integer>write(tx -> tx.update("DELETE FROM call_events"));
  }
}
