package dev.optima.backend.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.World;
import dev.optima.protocol.message.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

/// Several plan the same people's time at once, on two nodes where the database allows two.
class MeetingRaceTest {
  private static final int ROUNDS = Integer.getInteger("optima.meeting.rounds", 1_000);
  private static final int PLANNERS = 4;

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();

  @ParameterizedTest
  @EnumSource
  void ofSeveralAtOnceOneWins(Engine engine) throws Exception {
    StoreConfig config = engine.fresh(folder);
    List<World> nodes =
        IntStream.range(0, engine == Engine.POSTGRES ? 2 : 1)
            .mapToObj(i -> new World(config.open(), clock, CallRules.DEFAULT))
            .toList();
    nodes.forEach(node -> node.bus.stopRecording());
    World one = nodes.getFirst();
    Identity mert = one.colleague("mert");
    List<Identity> planners = new ArrayList<>();
    List<Identity> applicants = new ArrayList<>();
    for (int i = 0; i < PLANNERS; i++) {
      planners.add(one.colleague("planner" + i));
      applicants.add(one.applicant("applicant" + i));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        Instant at = clock.instant().plus(Duration.ofHours(round + 1L));
        List<Callable<Object>> plans = new ArrayList<>();
        for (int i = 0; i < PLANNERS; i++) {
          World node = nodes.get(i % nodes.size());
          Identity planner = planners.get(i);
          // Even ones want the same colleague, odd ones the same applicant and that colleague.
          Identity applicant = applicants.get(i % 2 == 0 ? i : 1);
          Instant start = at.plus(Duration.ofMinutes(i * 5L));
          plans.add(() -> plan(node, planner, Plans.with(applicant, start, 30, mert)));
        }
        List<Object> answers = new ArrayList<>();
        for (Future<Object> answer : threads.invokeAll(plans)) {
          answers.add(answer.get());
        }
        assertThat(answers)
            .as("winners of round %d", round)
            .filteredOn(MeetingService.Planned.class::isInstance)
            .hasSize(1);
        assertThat(answers)
            .filteredOn(Refusal.class::isInstance)
            .hasSize(PLANNERS - 1)
            .allSatisfy(
                refusal -> assertThat(((Refusal) refusal).code()).isEqualTo(ErrorCode.CONFLICT));
      }
    }
    nodes.forEach(World::close);
  }

  private static Object plan(World node, Identity planner, Plans plans) {
    try {
      return node.meetings.schedule(planner, plans.wish());
    } catch (Refusal refusal) {
      return refusal;
    }
  }
}
