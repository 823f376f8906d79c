package dev.optima.backend.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Audience;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.RecordingBus;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.ServerMessage.VideoCallReady;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A Jitsi that does not work: the call goes on over the built-in provider.
class FallbackTest {
  private static final Map<String, String> JITSI =
      Map.of("OPTIMA_PROVIDER", "jitsi", "OPTIMA_JITSI_DOMAIN", "meet.example");
  private static final int ROUNDS = 60;

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();

  @ParameterizedTest
  @EnumSource
  void allGoOverAtOnceAndHaveTheTimeForIt(Engine engine) {
    try (World world = world(engine.fresh(folder), JITSI)) {
      Identity elif = world.recruiter("elif");
      Identity mert = world.applicant("mert");
      CallId call = accepted(world, elif, mert);
      assertThat(world.calls.join(mert, call).fallback()).isTrue();
      world.calls.joined(elif, call);
      clock.advance(Duration.ofSeconds(25));
      world.bus.clear();

      JoinTicket ticket = world.calls.fallBack(mert, call);

      assertThat(ticket.provider()).isEqualTo("direct");
      assertThat(ticket.fallback()).isFalse();
      for (Identity who : List.of(elif, mert)) {
        VideoCallReady ready = ready(world, who.userId()).getFirst();
        assertThat(ready.provider()).isEqualTo("direct");
        assertThat(ready.call().state()).isEqualTo(CallState.CONNECTING);
        assertThat(ready.call().expiresAt()).isEqualTo(clock.instant().plusSeconds(30));
      }
      assertThat(world.calls.join(elif, call).provider()).isEqualTo("direct");
      clock.advance(Duration.ofSeconds(20));
      world.sweeper.sweep();
      world.calls.joined(elif, call);
      world.calls.joined(mert, call);
      assertThat(world.calls.status(elif, call).state()).isEqualTo(CallState.ACTIVE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void saidAgainItChangesNothing(Engine engine) {
    try (World world = world(engine.fresh(folder), JITSI)) {
      Identity elif = world.recruiter("elif");
      Identity mert = world.applicant("mert");
      CallId call = accepted(world, elif, mert);
      world.calls.fallBack(mert, call);
      long version = world.calls.status(elif, call).version();
      world.bus.clear();

      assertThat(world.calls.fallBack(elif, call).provider()).isEqualTo("direct");
      assertThat(world.calls.fallBack(mert, call).provider()).isEqualTo("direct");

      assertThat(world.calls.status(elif, call).version()).isEqualTo(version);
      assertThat(world.bus.told()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void itIsForThoseInALiveCallWhereItIsAllowed(Engine engine) {
    StoreConfig place = engine.fresh(folder);
    CallId call;
    try (World world = world(place, JITSI)) {
      Identity elif = world.recruiter("elif");
      Identity mert = world.applicant("mert");
      Identity eve = world.applicant("eve");
      call = world.calls.request(elif, World.room(mert), "k").call().callId();
      assertThat(refused(() -> world.calls.fallBack(elif, call))).isEqualTo(ErrorCode.TOO_EARLY);
      world.calls.accept(mert, call, null);
      assertThat(refused(() -> world.calls.fallBack(eve, call))).isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(refused(() -> world.calls.fallBack(world.recruiter("can"), call)))
          .isEqualTo(ErrorCode.FORBIDDEN);
      assertThat(world.calls.join(mert, call).provider()).isEqualTo("jitsi");
    }
    Map<String, String> none = new HashMap<>(JITSI);
    none.put("OPTIMA_FALLBACK", "none");
    try (World world = world(place, none)) {
      Identity mert = World.identity("mert");
      assertThat(world.calls.join(mert, call).fallback()).isFalse();
      assertThat(refused(() -> world.calls.fallBack(mert, call))).isEqualTo(ErrorCode.FORBIDDEN);
      world.calls.end(mert, call);
      assertThat(refused(() -> world.calls.fallBack(mert, call))).isEqualTo(ErrorCode.STALE);
    }
  }

  /// On PostgreSQL by two nodes at once.
  @ParameterizedTest
  @EnumSource
  void ofManyAtOnceOneMovesTheCallAndTheEndIsTheEnd(Engine engine) throws Exception {
    StoreConfig place = engine.fresh(folder);
    World one = world(place, JITSI);
    World two = engine == Engine.POSTGRES ? world(place, JITSI) : one;
    Identity elif = one.recruiter("elif");
    Identity mert = one.applicant("mert");
    two.online.put(mert.userId(), 1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        CallId call = accepted(one, elif, mert);
        boolean ends = round % 2 == 1;
        one.bus.clear();
        two.bus.clear();
        List<Future<?>> all = new ArrayList<>();
        for (World world : List.of(one, two, one, two)) {
          for (Identity who : List.of(elif, mert)) {
            all.add(threads.submit(() -> attempt(() -> world.calls.fallBack(who, call))));
          }
        }
        if (ends) {
          all.add(threads.submit(() -> attempt(() -> two.calls.end(mert, call))));
        }
        for (Future<?> each : all) {
          each.get();
        }
        List<VideoCallReady> told = new ArrayList<>(ready(one, mert.userId()));
        if (two != one) {
          told.addAll(ready(two, mert.userId()));
        }
        if (ends) {
          assertThat(told).hasSizeLessThan(2);
          assertThat(one.calls.status(elif, call).state()).isEqualTo(CallState.ENDED);
        } else {
          assertThat(told).hasSize(1);
          one.calls.end(elif, call);
        }
        clock.advance(Duration.ofMinutes(11));
      }
    }
    one.close();
    if (two != one) {
      two.close();
    }
  }

  private static void attempt(Callable<?> command) {
    try {
      command.call();
    } catch (Refusal refusal) {
      assertThat(refusal.code()).isEqualTo(ErrorCode.STALE);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static ErrorCode refused(Callable<?> command) {
    return catchThrowableOfType(Refusal.class, command::call).code();
  }

  /// What reaches main sockets and call pages alike.
  private static List<VideoCallReady> ready(World world, UserId who) {
    return world.bus.told().stream()
        .filter(told -> told.subject().equals(Subject.user(who)))
        .map(RecordingBus.Told::parcel)
        .filter(Parcel.Event.class::isInstance)
        .map(Parcel.Event.class::cast)
        .filter(event -> event.audience().reach() == Audience.Reach.MAIN_AND_PAGES)
        .map(event -> event.message().message())
        .filter(VideoCallReady.class::isInstance)
        .map(VideoCallReady.class::cast)
        .toList();
  }

  private static CallId accepted(World world, Identity elif, Identity mert) {
    String key = "k" + world.clock.instant();
    CallId call = world.calls.request(elif, World.room(mert), key).call().callId();
    world.calls.accept(mert, call, null);
    return call;
  }

  private World world(StoreConfig place, Map<String, String> settings) {
    return new World(place.open(), clock, CallRules.DEFAULT, settings);
  }
}
