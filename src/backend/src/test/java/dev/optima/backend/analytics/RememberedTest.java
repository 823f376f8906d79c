package dev.optima.backend.analytics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.ManualClock;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.CallAnalytics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several who ask the same at the same time.
class RememberedTest {
  private static final Instant FROM = Instant.parse("2026-11-16T00:00:00Z");
  private static final AnalyticsQuery QUERY =
      AnalyticsQuery.of(FROM, FROM.plus(Duration.ofDays(7)), "UTC", List.of(), List.of());
  private static final Identity ELIF =
      Identity.ofSession(new UserId("elif"), Role.RECRUITER, "Elif", "s");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private final Remembered remembered = new Remembered(Duration.ofSeconds(30), new ManualClock());
  private final AtomicInteger reads = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private CallAnalytics figures;

  @BeforeEach
  void read() {
    try (Database database = Engine.SQLITE.open(folder)) {
      figures = new AnalyticsService(database, Duration.ZERO, new ManualClock()).calls(ELIF, QUERY);
    }
  }

  /// Somebody who asks, on a thread of their own.
  private record Asking(Thread thread, FutureTask<CallAnalytics> answer) {
    CallAnalytics figures() throws Exception {
      return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    Asking isWaiting() {
      while (thread.getState() != Thread.State.WAITING && !answer.isDone()) {
        Thread.onSpinWait();
      }
      return this;
    }
  }

  private Asking ask(Supplier<CallAnalytics> reading) {
    var answer = new FutureTask<>(() -> remembered.of(QUERY, reading));
    return new Asking(Thread.startVirtualThread(answer), answer);
  }

  private CallAnalytics slowly(Supplier<CallAnalytics> end) {
    reads.incrementAndGet();
    begun.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return end.get();
  }

  private CallAnalytics quickly() {
    reads.incrementAndGet();
    return figures;
  }

  private List<Asking> three(Supplier<CallAnalytics> end) throws InterruptedException {
    List<Asking> all = new ArrayList<>(List.of(ask(() -> slowly(end))));
    begun.await();
    all.add(ask(this::quickly).isWaiting());
    all.add(ask(this::quickly).isWaiting());
    return all;
  }

  @Test
  void whatIsBeingReadIsReadOnceForAll() throws Exception {
    List<Asking> all = three(() -> figures);
    go.countDown();
    for (Asking one : all) {
      assertThat(one.figures()).isSameAs(figures);
    }
    assertThat(reads).hasValue(1);
    assertThat(ask(this::quickly).figures()).isSameAs(figures);
    assertThat(reads).as("remembered").hasValue(1);
  }

  @Test
  void aFailureIsToldToThoseWhoWaitAndNotRemembered() throws Exception {
    List<Asking> all =
        three(
            () -> {
              throw Refusal.unavailable("too many long reads wait");
            });
    go.countDown();
    for (Asking one : all) {
      assertThat(refusal(one)).contains(ErrorCode.UNAVAILABLE);
    }
    assertThat(reads).hasValue(1);
    assertThat(ask(this::quickly).figures()).isSameAs(figures);
    assertThat(reads).hasValue(2);
  }

  @Test
  void whatIsRefusedToOnePersonIsReadForTheOthers() throws Exception {
    List<Asking> all =
        three(
            () -> {
              throw Refusal.rateLimited("too many of one person", Duration.ofSeconds(5));
            });
    go.countDown();
    assertThat(refusal(all.removeFirst())).contains(ErrorCode.RATE_LIMITED);
    for (Asking one : all) {
      assertThat(one.figures()).isSameAs(figures);
    }
    assertThat(reads).hasValue(2);
  }

  @Test
  void whatIsBeingReadWhenACallEndsLacksItAndIsNotWaitedFor() throws Exception {
    Asking early = ask(() -> slowly(() -> figures));
    begun.await();
    remembered.clear();
    assertThat(ask(this::quickly).figures()).isSameAs(figures);
    assertThat(reads).hasValue(2);
    go.countDown();
    early.figures();
    ask(this::quickly).figures();
    assertThat(reads).as("the later one is remembered").hasValue(2);
  }

  private static Optional<ErrorCode> refusal(Asking one) throws Exception {
    try {
      one.figures();
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(((Refusal) requireNonNull(e.getCause())).code());
    }
  }
}
