package dev.optima.backend.call;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The backend is stopped in the middle of a call and started again on the same database.
class CallRecoveryTest {
  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();

  private World start(StoreConfig config) {
    Database database = config.open();
    return new World(database, clock, CallRules.DEFAULT);
  }

  private static CallId ring(World world) {
    Identity mert = world.applicant("mert");
    return world.calls.request(world.recruiter("ayse"), room(mert), "k").call().callId();
  }

  /// Prepares a call, stops, lets time pass, starts, recovers, and looks.
  private void across(Engine engine, Consumer<World> before, Duration away, Consumer<World> after) {
    StoreConfig config = engine.fresh(folder);
    try (World world = start(config)) {
      before.accept(world);
    }
    clock.advance(away);
    try (World world = start(config)) {
      world.sweeper.recover();
      after.accept(world);
    }
  }

  private static CallSnapshot only(World world) {
    return world.calls(world.recruiter("ayse")).getFirst();
  }

  private static Identity mert() {
    return World.identity("mert");
  }

  private static void talk(World world, CallId call) {
    world.calls.accept(mert(), call, null);
    world.calls.joined(mert(), call);
    world.calls.joined(world.recruiter("ayse"), call);
  }

  @ParameterizedTest
  @EnumSource
  void aRingGoesOnUntilItsDeadline(Engine engine) {
    across(
        engine,
        CallRecoveryTest::ring,
        Duration.ofSeconds(20),
        world -> {
          assertThat(only(world).state()).isEqualTo(CallState.RINGING);
          assertThat(world.calls.live(mert())).hasSize(1);
          clock.advance(Duration.ofSeconds(25));
          world.sweeper.sweep();
          assertThat(only(world).state()).isEqualTo(CallState.MISSED);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aRingWhoseTimePassedIsMissedOnce(Engine engine) {
    across(
        engine,
        CallRecoveryTest::ring,
        Duration.ofMinutes(5),
        world -> {
          assertThat(only(world).outcome()).isEqualTo(CallOutcome.NO_ANSWER);
          world.sweeper.recover();
          world.sweeper.sweep();
          assertThat(
                  world
                      .chat
                      .history()
                      .messages(mert(), World.room(mert()), null, null, 10)
                      .messages())
              .hasSize(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionInTheMakingCanStillBeMade(Engine engine) {
    across(
        engine,
        world -> world.calls.accept(mert(), ring(world), null),
        Duration.ofSeconds(10),
        world -> {
          CallId call = only(world).callId();
          world.calls.joined(mert(), call);
          assertThat(world.calls.joined(world.recruiter("ayse"), call).state())
              .isEqualTo(CallState.ACTIVE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionWhoseTimePassedFailed(Engine engine) {
    across(
        engine,
        world -> world.calls.accept(mert(), ring(world), null),
        Duration.ofMinutes(2),
        world -> assertThat(only(world).state()).isEqualTo(CallState.FAILED));
  }

  @ParameterizedTest
  @EnumSource
  void aLiveCallGetsOneLeaseToShowItself(Engine engine) {
    across(
        engine,
        world -> {
          CallId call = ring(world);
          talk(world, call);
          clock.advance(Duration.ofSeconds(10));
          world.calls.alive(mert(), call);
          world.calls.alive(world.recruiter("ayse"), call);
        },
        Duration.ofMinutes(3),
        world -> {
          assertThat(only(world).state()).isEqualTo(CallState.ACTIVE);
          clock.advance(Duration.ofSeconds(44));
          world.sweeper.sweep();
          assertThat(only(world).state()).isEqualTo(CallState.ACTIVE);
          clock.advance(Duration.ofSeconds(1));
          world.sweeper.sweep();
          assertThat(only(world).state()).isEqualTo(CallState.RECONNECTING);
          clock.advance(Duration.ofSeconds(90));
          world.sweeper.sweep();
          assertThat(only(world).outcome()).isEqualTo(CallOutcome.DROPPED);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aLostCallGetsALeaseTooAndCanComeBack(Engine engine) {
    across(
        engine,
        world -> {
          talk(world, ring(world));
          clock.advance(Duration.ofSeconds(45));
          world.sweeper.sweep();
          assertThat(only(world).state()).isEqualTo(CallState.RECONNECTING);
        },
        Duration.ofMinutes(3),
        world -> {
          assertThat(only(world).state()).isEqualTo(CallState.RECONNECTING);
          CallId call = only(world).callId();
          clock.advance(Duration.ofSeconds(30));
          world.calls.alive(mert(), call);
          assertThat(world.calls.alive(world.recruiter("ayse"), call).state())
              .isEqualTo(CallState.ACTIVE);
        });
  }
}
