package dev.optima.backend.history;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.history.CallOrder.By;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.ApplicantChange;
import dev.optima.protocol.rest.CallPage;
import dev.optima.protocol.rest.CallRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A row says what is so today, and pages stay whole while it changes.
class RowsOfTodayTest {
  private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-05-01T00:00:00Z");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whoeverIsRenamedIsFoundByTheNewNameAlone(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          CallId call = world.calls.request(ayse, room(mert), "k").call().callId();
          world.calls.reject(mert, call);
          rename(world, ayse, mert.userId(), "Mert Demir", null);
          assertThat(found(world, ayse, "mert")).hasSize(1);

          rename(world, ayse, mert.userId(), "Zeynep Aksoy", "Ops");

          assertThat(found(world, ayse, "mert")).isEmpty();
          assertThat(found(world, ayse, "zeynep op"))
              .singleElement()
              .satisfies(
                  row -> {
                    assertThat(row.call().applicantName()).isEqualTo("Zeynep Aksoy");
                    assertThat(row.position()).isEqualTo("Ops");
                  });
        });
  }

  /// Whoever gets another name while one pages by names may come twice or not at all: their place
  /// is another one. Nobody else.
  @ParameterizedTest
  @EnumSource
  void pagesAreWholeWhilePeopleAreRenamed(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      var sample = new SampleCalls(5).fill(world.database, 20, 150, FROM, TO);
      world.found.catchUp().run();
      Identity ayse = world.recruiter("ayse");
      for (By by : By.values()) {
        for (boolean ascending : new boolean[] {true, false}) {
          Set<UserId> renamed = new HashSet<>();
          List<CallRow> seen = paged(world, ayse, new CallOrder(by, ascending), renamed);
          List<CallId> ids =
              seen.stream()
                  .map(CallRow::call)
                  .filter(call -> by != By.APPLICANT || !renamed.contains(call.applicantId()))
                  .map(call -> call.callId())
                  .toList();
          assertThat(ids)
              .as("%s %s", by, ascending)
              .doesNotHaveDuplicates()
              .containsExactlyInAnyOrderElementsOf(
                  sample.calls.stream()
                      .filter(
                          call ->
                              by != By.APPLICANT
                                  || !renamed.contains(new UserId(call.applicant().id())))
                      .map(call -> call.id())
                      .toList());
        }
      }
    }
  }

  private static List<CallRow> paged(
      World world, Identity who, CallOrder order, Set<UserId> renamed) {
    List<CallRow> seen = new ArrayList<>();
    String next = null;
    int page = 0;
    do {
      CallPage found = world.found.page(who, CallFilter.ALL, order, next, 13);
      seen.addAll(found.calls());
      next = found.next();
      var one = new UserId("p" + page++ % 7);
      rename(world, who, one, (page % 2 == 0 ? "Aaron " : "Zoe ") + order.by() + page, null);
      renamed.add(one);
    } while (next != null);
    return seen;
  }

  @ParameterizedTest
  @EnumSource
  void eachWayBackIsCounted(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          CallId call = world.calls.request(ayse, room(mert), "k").call().callId();
          world.calls.accept(mert, call, null);
          world.calls.joined(ayse, call);
          world.calls.joined(mert, call);
          for (int drop = 1; drop <= 2; drop++) {
            world.clock.advance(Duration.ofSeconds(20));
            world.calls.alive(mert, call);
            world.clock.advance(Duration.ofSeconds(25));
            world.sweeper.sweep();
            assertThat(world.calls.status(ayse, call).state()).isEqualTo(CallState.RECONNECTING);
            assertThat(only(world, ayse).drops()).as("lost, and not back").isEqualTo(drop - 1);
            world.calls.alive(mert, call);
            world.calls.joined(ayse, call);
            assertThat(only(world, ayse).drops()).isEqualTo(drop);
          }
          world.calls.end(ayse, call);
          assertThat(only(world, ayse).drops()).isEqualTo(2);
        });
  }

  private static CallRow only(World world, Identity who) {
    return world.found.page(who, CallFilter.ALL, CallOrder.NEWEST, null, 5).calls().getFirst();
  }

  private static void rename(
      World world, Identity who, UserId applicant, String name, @Nullable String position) {
    world.applicants.change(
        who,
        applicant,
        new ApplicantChange(name, null, null, position, null, null, null, null, null, null));
  }

  private static List<CallRow> found(World world, Identity who, String words) {
    var filter =
        new CallFilter(
            Set.of(),
            Set.of(),
            List.of(),
            List.of(),
            null,
            null,
            words,
            CallFilter.Range.ANY,
            CallFilter.Range.ANY,
            CallFilter.HourOfWeek.ANY,
            false);
    return world.found.page(who, filter, CallOrder.NEWEST, null, 50).calls();
  }
}
