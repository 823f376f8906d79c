package dev.optima.backend.call;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.Work;
import dev.optima.backend.world.RecordingBus;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.LiveCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/// What is live is read again and again, whatever becomes of the database meanwhile.
class LiveTruthTest {
  @TempDir Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(LiveTruth.class);

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void listenNoMore() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  private List<String> levels() {
    return log.list.stream().map(event -> event.getLevel().toString()).toList();
  }

  private static CallId talking(World world, Identity caller, Identity applicant) {
    CallId call = world.calls.request(caller, room(applicant), "k").call().callId();
    world.calls.accept(applicant, call, null);
    world.calls.joined(caller, call);
    world.calls.joined(applicant, call);
    return call;
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseThatIsAwayStopsNothingElse(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          var bus = new RecordingBus();
          var database = new Faulty(world.database);
          var node = new TeamNews(database, new CallStore(), bus, () -> true, world.clock);
          CallId call = talking(world, ayse, mert);
          node.round();
          node.measured(call, mert.userId(), 3, world.clock.instant());
          node.measured(call, ayse.userId(), 2, world.clock.instant());
          assertThat(bus.teamCalls()).as("the second side has to wait").hasSize(1);
          node.measured(new CallId("of-before"), mert.userId(), 4, world.clock.instant());
          CallId ring =
              world
                  .calls
                  .request(world.recruiter("burak"), room(world.applicant("john")), "k")
                  .call()
                  .callId();

          database.away = true;
          world.clock.advance(LiveTruth.STEP);
          node.round();
          assertThat(bus.teamCalls()).hasSize(2);
          assertThat(bus.teamCalls().getLast().quality())
              .containsExactly(
                  new LiveCall.Quality(ayse.userId(), 2), new LiveCall.Quality(mert.userId(), 3));
          world.clock.advance(Duration.ofSeconds(20));
          node.round();
          assertThat(node.quality().calls()).as("nobody measures any more").isEmpty();
          world.clock.advance(LiveTruth.STEP);
          node.round();
          assertThat(levels()).as("said once").containsExactly("WARN");

          database.away = false;
          world.clock.advance(LiveTruth.STEP);
          node.round();
          assertThat(bus.teamCalls().getLast().call().callId()).isEqualTo(ring);
          assertThat(levels()).containsExactly("WARN", "INFO");
          database.away = true;
          world.clock.advance(LiveTruth.STEP);
          node.round();
          assertThat(levels()).containsExactly("WARN", "INFO", "WARN");
        });
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void nobodyWaitsForALookThatTakesLong(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          var database = new Faulty(world.database);
          var node =
              new TeamNews(database, new CallStore(), new RecordingBus(), () -> true, world.clock);
          talking(world, ayse, mert);
          database.gate = new CountDownLatch(1);
          Thread first = Thread.startVirtualThread(node::round);
          await(database.asked);
          node.round();
          assertThat(node.marks()).as("the first still waits").isEmpty();
          database.gate.countDown();
          join(first);
          assertThat(node.marks()).hasSize(1);
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A database that is away, or answers late, when a test says so.
  private static final class Faulty implements Database {
    private final Database real;
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean away;

    Faulty(Database real) {
      this.real = real;
    }

    @Override
    public <T extends @Nullable Object> T write(String lane, Work<T> work) {
      return real.write(lane, work);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
      return real.write(work);
    }

    @Override
    public <T extends @Nullable Object> void submit(String lane, Work<T> work, Outcome<T> outcome) {
      real.submit(lane, work, outcome);
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
      if (away) {
        throw Refusal.unavailable("the database is away");
      }
      asked.countDown();
      await(gate);
      return real.read(work);
    }

    @Override
    public boolean isReady() {
      return !away;
    }

    @Override
    public int backlog() {
      return real.backlog();
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
