package dev.optima.backend.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.history.CallOrder.By;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.Tx;
import dev.optima.backend.world.World;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;

/// How much SQLite does for a page, in hundreds of its steps: that must not grow with the calls.
class WalkTest {
  private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-05-01T00:00:00Z");
  private static final int CALLS = 2_000;

  @TempDir private Path folder;

  @Test
  void liveOnesAreSortedInAndNothingElseIs() {
    try (World world = new World(Engine.SQLITE.open(folder))) {
      new SampleCalls(7).fill(world.database, 40, CALLS, FROM, TO);
      world.found.catchUp().run();
      for (By by : By.values()) {
        for (boolean ascending : new boolean[] {true, false}) {
          var order = new CallOrder(by, ascending);
          int steps = world.database.<Integer>read(tx -> steps(tx, order));
          assertThat(steps).as("%s", order).isLessThan(CALLS / 20);
        }
      }
    }
  }

  /// For the first ten of all, live or over.
  private static int steps(Tx tx, CallOrder order) throws SQLException {
    Question question = QuestionWriter.write(tx, CallFilter.ALL, null, TO);
    assertThat(question.over()).isFalse();
    var steps = new AtomicInteger();
    Connection connection = tx.jdbi().getConnection();
    ProgressHandler.setHandler(
        connection,
        100,
        new ProgressHandler() {
          @Override
          protected int progress() {
            steps.incrementAndGet();
            return 0;
          }
        });
    try {
      assertThat(new HistoryStore(Bounds.USUAL).find(tx, question, order, null, 10, false).places())
          .hasSize(10);
    } finally {
      ProgressHandler.clearHandler(connection);
    }
    return steps.get();
  }
}
