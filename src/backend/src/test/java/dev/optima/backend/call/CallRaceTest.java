package dev.optima.backend.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.CallTimers;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Many at once, on two nodes of one database where the database allows two.
class CallRaceTest {
  private static final int ROUNDS = 1_000;
  private static final int CALLERS = 50;
  private static final CallRules RULES =
      new CallRules(CallTimers.DEFAULT, 3, Duration.ofMinutes(30));

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();

  /// Two nodes on PostgreSQL; on SQLite, which belongs to one process, one.
  private List<World> nodes(Engine engine) {
    StoreConfig config = engine.fresh(folder);
    int count = engine == Engine.POSTGRES ? 2 : 1;
    return IntStream.range(0, count).mapToObj(i -> node(config.open())).toList();
  }

  private World node(Database database) {
    var world = new World(database, clock, RULES);
    world.bus.stopRecording();
    return world;
  }

  @ParameterizedTest
  @EnumSource
  void ofFiftyRequestsForOneApplicantOneWins(Engine engine) throws Exception {
    List<World> nodes = nodes(engine);
    Identity mert = nodes.getFirst().applicant("mert");
    nodes.forEach(world -> world.online.put(mert.userId(), 1));
    RoomId room = World.room(mert);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        String key = "round" + round;
        List<Object> answers =
            together(
                threads,
                IntStream.range(0, CALLERS)
                    .<Callable<Object>>mapToObj(
                        i -> {
                          World world = nodes.get(i % nodes.size());
                          return () -> ask(world, world.recruiter("r" + i), room, key);
                        })
                    .toList());
        List<CallSnapshot> winners =
            answers.stream()
                .filter(CallSnapshot.class::isInstance)
                .map(CallSnapshot.class::cast)
                .toList();
        assertThat(winners).as("winners of round %d", round).hasSize(1);
        CallSnapshot won = winners.getFirst();
        assertThat(answers.stream().filter(Refusal.class::isInstance))
            .hasSize(CALLERS - 1)
            .allSatisfy(
                refusal ->
                    assertThat(((Refusal) refusal).busy().orElseThrow().callId())
                        .isEqualTo(won.callId()));
        World world = nodes.getFirst();
        world.calls.cancel(world.recruiter(won.callerId().value()), won.callId());
        clock.advance(Duration.ofMinutes(11));
      }
    }
    World world = nodes.getFirst();
    long live =
        world.database.read(
            tx -> tx.first("SELECT count(*) FROM calls", row -> row.number(1)).orElseThrow());
    assertThat(live).isEqualTo(ROUNDS);
    nodes.forEach(World::close);
  }

  private static Object ask(World world, Identity caller, RoomId room, String key) {
    try {
      return world.calls.request(caller, room, key).call();
    } catch (Refusal e) {
      return e;
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofAcceptRejectAndCancelAtOnceOneWins(Engine engine) throws Exception {
    List<World> nodes = nodes(engine);
    World one = nodes.getFirst();
    World other = nodes.getLast();
    Identity mert = one.applicant("mert");
    Identity ayse = one.recruiter("ayse");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 100; round++) {
        CallId call = one.calls.request(ayse, World.room(mert), "k" + round).call().callId();
        List<Object> answers =
            together(
                threads,
                List.of(
                    () -> deed(() -> one.calls.accept(mert, call, null)),
                    () -> deed(() -> other.calls.accept(mert, call, null)),
                    () -> deed(() -> other.calls.reject(mert, call)),
                    () -> deed(() -> one.calls.cancel(ayse, call)),
                    () -> deed(() -> other.calls.cancel(ayse, call))));
        List<CallState> winners =
            answers.stream()
                .filter(CallSnapshot.class::isInstance)
                .map(answer -> ((CallSnapshot) answer).state())
                .toList();
        assertThat(winners).hasSize(1);
        assertThat(answers.stream().filter(Refusal.class::isInstance))
            .allSatisfy(
                refusal -> assertThat(((Refusal) refusal).code()).isEqualTo(ErrorCode.STALE));
        CallSnapshot present = one.calls.status(ayse, call);
        assertThat(present.state()).isEqualTo(winners.getFirst());
        if (!present.state().isTerminal()) {
          one.calls.end(ayse, call);
        }
        clock.advance(Duration.ofMinutes(11));
      }
      assertThat(one.chat.history().messages(ayse, World.room(mert), null, null, 200).lastSeq())
          .isEqualTo(100);
    }
    nodes.forEach(World::close);
  }

  @ParameterizedTest
  @EnumSource
  void aDeadlineFiresOnceThoughAllNodesSweep(Engine engine) throws Exception {
    List<World> nodes = nodes(engine);
    World one = nodes.getFirst();
    for (int i = 0; i < 20; i++) {
      Identity applicant = one.applicant("a" + i);
      one.calls.request(one.recruiter("r" + i), World.room(applicant), "k");
    }
    clock.advance(Duration.ofSeconds(46));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      together(
          threads,
          IntStream.range(0, 8)
              .<Callable<Object>>mapToObj(i -> () -> nodes.get(i % nodes.size()).sweeper.sweep())
              .toList());
    }
    assertThat(one.calls(one.recruiter("r")))
        .hasSize(20)
        .allSatisfy(call -> assertThat(call.state()).isEqualTo(CallState.MISSED))
        .allSatisfy(call -> assertThat(call.version()).isEqualTo(2));
    for (int i = 0; i < 20; i++) {
      var room = new RoomId("applicant_a" + i);
      assertThat(one.chat.history().messages(one.recruiter("r"), room, null, null, 10).messages())
          .hasSize(1);
    }
    nodes.forEach(World::close);
  }

  private static Object deed(Callable<CallSnapshot> command) throws Exception {
    try {
      return command.call();
    } catch (Refusal e) {
      return e;
    }
  }

  private static List<Object> together(ExecutorService threads, List<Callable<Object>> tasks)
      throws InterruptedException, ExecutionException {
    var answers = new ArrayList<Object>();
    for (Future<Object> future : threads.invokeAll(tasks)) {
      answers.add(future.get());
    }
    return answers;
  }
}
