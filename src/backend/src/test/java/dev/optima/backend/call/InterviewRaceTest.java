package dev.optima.backend.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallHappening.Kind;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Colleagues who come at once, on two nodes of one database where the database allows two.
class InterviewRaceTest {
  private static final int ROUNDS = 30;

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();

  private List<World> nodes(Engine engine) {
    StoreConfig config = engine.fresh(folder);
    int count = engine == Engine.POSTGRES ? 2 : 1;
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new World(
                    config.open(),
                    clock,
                    new CallRules(CallRules.DEFAULT.timers(), 0, Duration.ofMinutes(30))))
        .toList();
  }

  private static CallId talking(World world, Identity caller, Identity applicant, String key) {
    CallId call = world.calls.request(caller, World.room(applicant), key).call().callId();
    world.calls.accept(applicant, call, null);
    world.calls.joined(caller, call);
    world.calls.joined(applicant, call);
    return call;
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoForTheLastPlaceOneGetsIt(Engine engine) throws Exception {
    List<World> nodes = nodes(engine);
    World one = nodes.getFirst();
    World other = nodes.getLast();
    Identity ayse = one.recruiter("ayse");
    Identity mert = one.applicant("mert");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        CallId call = talking(one, ayse, mert, "k" + round);
        one.interviews.enter(one.recruiter("burak"), call);
        List<Object> answers =
            together(
                threads,
                () -> one.interviews.enter(one.recruiter("can"), call),
                () -> other.interviews.enter(one.recruiter("deniz"), call));
        assertThat(answers.stream().filter(Interviews.Entered.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(Refusal.class::isInstance))
            .singleElement()
            .satisfies(full -> assertThat(((Refusal) full).code()).isEqualTo(ErrorCode.FULL));
        assertThat(one.calls.status(ayse, call).participants()).hasSize(4);
        one.calls.end(ayse, call);
      }
    }
    nodes.forEach(World::close);
  }

  @ParameterizedTest
  @EnumSource
  void whoComesAsItEndsIsInItOrTooLate(Engine engine) throws Exception {
    List<World> nodes = nodes(engine);
    World one = nodes.getFirst();
    World other = nodes.getLast();
    Identity ayse = one.recruiter("ayse");
    Identity mert = one.applicant("mert");
    Identity burak = one.recruiter("burak");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        CallId call = talking(one, ayse, mert, "k" + round);
        List<Object> answers =
            together(
                threads,
                () -> other.interviews.enter(burak, call),
                () -> one.calls.end(ayse, call));
        assertThat(answers.getLast()).isInstanceOf(CallSnapshot.class);
        CallSnapshot present = one.calls.status(ayse, call);
        assertThat(present.state()).isEqualTo(CallState.ENDED);
        List<Kind> kinds = one.timeline.of(ayse, call).stream().map(CallHappening::kind).toList();
        assertThat(kinds).endsWith(Kind.ENDED).containsOnlyOnce(Kind.ENDED);
        boolean came = present.participants().size() == 3;
        assertThat(kinds.contains(Kind.CAME_IN)).isEqualTo(came);
        if (answers.getFirst() instanceof Refusal late) {
          assertThat(late.code()).isEqualTo(ErrorCode.STALE);
        } else {
          assertThat(came).isTrue();
        }
      }
    }
    nodes.forEach(World::close);
  }

  /// Which node saw them come, and how long ago, is all the same.
  @ParameterizedTest
  @EnumSource
  void anAdministratorWhoCameOverAnotherNodeOnlyLeaves(Engine engine) {
    List<World> nodes = nodes(engine);
    World one = nodes.getFirst();
    World other = nodes.getLast();
    Identity ayse = one.recruiter("ayse");
    Identity mert = one.applicant("mert");
    Identity boss = one.admin("boss");
    CallId call = talking(one, ayse, mert, "k");
    one.interviews.enter(boss, call);
    one.calls.joined(boss, call);
    assertThat(other.calls.end(boss, call).state()).isEqualTo(CallState.ACTIVE);

    one.interviews.enter(boss, call);
    one.calls.joined(boss, call);
    clock.advance(Duration.ofSeconds(31));
    assertThat(one.calls.end(boss, call).state())
        .as("long after the node heard of the call")
        .isEqualTo(CallState.ACTIVE);
    assertThat(other.calls.end(one.admin("chief"), call).state())
        .as("who was never in it ends it")
        .isEqualTo(CallState.ENDED);
    nodes.forEach(World::close);
  }

  /// Into two calls of colleagues, and into one while they ring somebody.
  @ParameterizedTest
  @EnumSource
  void nobodyIsInTwoCalls(Engine engine) throws Exception {
    List<World> nodes = nodes(engine);
    World one = nodes.getFirst();
    World other = nodes.getLast();
    Identity ayse = one.recruiter("ayse");
    Identity can = one.recruiter("can");
    Identity mert = one.applicant("mert");
    Identity john = one.applicant("john");
    Identity zeynep = one.applicant("zeynep");
    other.online.put(zeynep.userId(), 1);
    Identity burak = one.colleague("burak");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        String key = "k" + round;
        CallId first = talking(one, ayse, mert, key);
        CallId second = talking(one, can, john, key);
        List<Object> answers =
            together(
                threads,
                () -> one.interviews.enter(burak, first),
                () -> other.interviews.enter(burak, second),
                () -> other.calls.request(burak, World.room(zeynep), key).call());
        assertThat(answers.stream().filter(Refusal.class::isInstance))
            .hasSize(2)
            .allSatisfy(busy -> assertThat(((Refusal) busy).code()).isEqualTo(ErrorCode.BUSY));
        one.calls.end(ayse, first);
        one.calls.end(can, second);
        if (answers.getLast() instanceof CallSnapshot ring) {
          one.calls.cancel(burak, ring.callId());
        }
      }
    }
    nodes.forEach(World::close);
  }

  @SafeVarargs
  private static List<Object> together(ExecutorService threads, Callable<Object>... tasks)
      throws Exception {
    var answers = new ArrayList<Object>();
    List<Callable<Object>> all =
        IntStream.range(0, tasks.length)
            .<Callable<Object>>mapToObj(i -> () -> deed(tasks[i]))
            .toList();
    for (Future<Object> future : threads.invokeAll(all)) {
      answers.add(future.get());
    }
    return answers;
  }

  private static Object deed(Callable<Object> command) throws Exception {
    try {
      return command.call();
    } catch (Refusal e) {
      return e;
    }
  }
}
