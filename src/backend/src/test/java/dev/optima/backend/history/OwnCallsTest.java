package dev.optima.backend.history;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.CallPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whose a call is.
class OwnCallsTest {
  @TempDir private Path folder;

  /// Nor does the team wait for applicants: those are not among the long reads.
  @ParameterizedTest
  @EnumSource
  void anApplicantDoesNotWaitForTheTeam(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          CallId call = world.calls.request(ayse, room(mert), "k").call().callId();
          world.calls.reject(mert, call);
          var go = new CountDownLatch(1);
          var begun = new CountDownLatch(2);
          try {
            for (String who : List.of("ayse", "burak")) {
              Thread.startVirtualThread(() -> keepATurn(world, new UserId(who), begun, go));
            }
            await(begun);
            CallPage own = world.found.page(mert, CallFilter.ALL, CallOrder.NEWEST, null, 5);
            assertThat(own.calls()).hasSize(1);
            assertThat(world.found.figures(mert, CallFilter.ALL).calls()).isEqualTo(1);
          } finally {
            go.countDown();
          }
        });
  }

  private static int keepATurn(World world, UserId who, CountDownLatch begun, CountDownLatch go) {
    return world.database.<Integer>readLong(
        who,
        tx -> {
          begun.countDown();
          await(go);
          return 1;
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A colleague came into it as a guest, and went on with it when the one who rang had left.
  @ParameterizedTest
  @EnumSource
  void whoeverTakesACallOverHasItOnce(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          CallId call = world.calls.request(ayse, room(mert), "k").call().callId();
          world.calls.reject(mert, call);
          guest(world, call, "burak");
          assertThat(of(world, ayse.userId(), new UserId("burak"))).isEqualTo(1);

          world.database.<Integer>write(
              tx -> tx.update("UPDATE calls SET caller_id = 'burak' WHERE id = ?", call));
          follow(world, call);

          assertThat(of(world, new UserId("burak"))).isEqualTo(1);
          assertThat(of(world, ayse.userId())).as("is a guest now").isEqualTo(1);
          assertThat(of(world, ayse.userId(), new UserId("burak"))).isEqualTo(1);
        });
  }

  private static void guest(World world, CallId call, String who) {
    world.database.<Integer>write(
        tx ->
            tx.update(
                "INSERT INTO call_participants (call_id, user_id, place, name, side)"
                    + " VALUES (?, ?, 2, ?, 'RECRUITER')",
                call,
                who,
                who));
    follow(world, call);
  }

  private static void follow(World world, CallId call) {
    world.database.<Boolean>write(
        tx -> {
          new HistoryIndex().follow(tx, call);
          return true;
        });
  }

  /// How often one finds the only call, listed and counted.
  private static int of(World world, UserId... people) {
    var filter =
        new CallFilter(
            Set.of(),
            Set.of(),
            List.of(people),
            List.of(),
            null,
            null,
            "",
            CallFilter.Range.ANY,
            CallFilter.Range.ANY,
            CallFilter.HourOfWeek.ANY,
            false);
    CallPage page = world.found.page(world.recruiter("ayse"), filter, CallOrder.NEWEST, null, 5);
    assertThat(page.total()).isEqualTo(page.calls().size());
    return page.calls().size();
  }
}
