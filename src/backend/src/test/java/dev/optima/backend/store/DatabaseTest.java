package dev.optima.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
  private static final String SET =
      "INSERT INTO settings (name, value, updated_at) VALUES (?, ?, ?)";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadAfterReopening(Engine engine) {
    StoreConfig config = engine.empty(folder);
    try (Database database = config.open()) {
      assertThat(database.isReady()).isTrue();
      assertThat(database.<Integer>write(tx -> tx.update(SET, "a", "1", 5L))).isEqualTo(1);
    }
    try (Database database = config.open()) {
      assertThat(values(database)).containsExactly("1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void longReadsLeaveReadersForShortOnesAndTooManyAreRefused(Engine engine) throws Exception {
    try (Database database = engine.open(folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var go = new CountDownLatch(1);
      var begun = new CountDownLatch(LongReads.TOGETHER);
      List<Future<Integer>> reads = new ArrayList<>();
      for (int i = 0; i < LongReads.TOGETHER; i++) {
        UserId who = new UserId("first" + i);
        reads.add(threads.submit(() -> longRead(database, who, begun, go)));
      }
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      var waiting = new CountDownLatch(LongReads.MOST_WAITING);
      for (int i = 0; i < LongReads.MOST_WAITING; i++) {
        UserId who = new UserId("p" + i);
        reads.add(
            threads.submit(
                () -> {
                  waiting.countDown();
                  return longRead(database, who, begun, go);
                }));
      }
      assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
      Refusal refusal = null;
      while (refusal == null) { // until the last of them stands in the queue
        UserId who = new UserId("last" + reads.size());
        var one = threads.submit(() -> longRead(database, who, begun, go));
        try {
          one.get(50, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
          refusal = (Refusal) e.getCause();
        } catch (TimeoutException e) {
          reads.add(one);
        }
      }
      assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat(refusal.retryAfter()).isPresent();
      assertThat(values(database)).as("a short one").isEmpty();
      go.countDown();
      for (Future<Integer> read : reads) {
        assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverAsksForTooMuchAtATimeIsRefusedAndNobodyElse(Engine engine) throws Exception {
    var go = new CountDownLatch(1);
    try (Database database = engine.open(folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        AutoCloseable _ = go::countDown) {
      var begun = new CountDownLatch(LongReads.TOGETHER);
      var elif = new UserId("elif");
      List<Future<Integer>> reads = new ArrayList<>();
      Refusal refusal = null;
      while (refusal == null) {
        var one = threads.submit(() -> longRead(database, elif, begun, go));
        try {
          one.get(50, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
          refusal = (Refusal) e.getCause();
        } catch (TimeoutException e) {
          reads.add(one);
        }
      }
      assertThat(reads).hasSize(LongReads.MOST_EACH);
      assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
      assertThat(refusal.retryAfter()).isPresent();
      reads.add(threads.submit(() -> longRead(database, new UserId("ada"), begun, go)));
      go.countDown();
      for (Future<Integer> read : reads) {
        assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo(1);
      }
      assertThat(longRead(database, elif, begun, go)).as("afterwards").isEqualTo(1);
    }
  }

  private static int longRead(
      Database database, UserId who, CountDownLatch begun, CountDownLatch go) {
    return database.<Integer>readLong(
        who,
        tx -> {
          begun.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return tx.first("SELECT 1", row -> row.integer(1)).orElseThrow();
        });
  }

  @ParameterizedTest
  @EnumSource
  void aUnitThatFailsUndoesOnlyItself(Engine engine) throws InterruptedException {
    try (Database database = engine.open(folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var refused = new AtomicInteger();
      for (int i = 0; i < 200; i++) {
        String name = "n" + i;
        boolean fails = i % 3 == 0;
        threads.execute(
            () -> {
              try {
                database.<Integer>write(
                    tx -> {
                      int rows = tx.update(SET, name, fails ? "bad" : "good", 1L);
                      if (fails) {
                        throw Refusal.forbidden("no");
                      }
                      return rows;
                    });
              } catch (Refusal e) {
                refused.incrementAndGet();
              }
            });
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      assertThat(refused).hasValue(67);
      assertThat(values(database)).hasSize(133).containsOnly("good");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenStatementIsAFaultAndTheNextUnitWorks(Engine engine) {
    try (Database database = engine.open(folder)) {
      assertThatThrownBy(
              () -> database.<Integer>write(tx -> tx.update("INSERT INTO nothing VALUES (1)")))
          .isInstanceOf(StoreException.class);
      assertThatThrownBy(
              () ->
                  database.<Integer>write(
                      tx -> {
                        tx.update(SET, "a", "1", 1L);
                        return tx.update(SET, "a", "2", 1L);
                      }))
          .isInstanceOf(StoreException.class);
      assertThat(values(database)).isEmpty();
      database.<Integer>write(tx -> tx.update(SET, "a", "3", 1L));
      assertThat(values(database)).containsExactly("3");
    }
  }

  @ParameterizedTest
  @EnumSource
  void effectsRunAfterTheCommitAndInTheOrderOfTheLane(Engine engine) throws InterruptedException {
    try (Database database = engine.open(folder)) {
      List<Long> seen = Collections.synchronizedList(new ArrayList<>());
      var told = new CountDownLatch(500);
      for (long i = 0; i < 500; i++) {
        long number = i;
        database.submit(
            "lane",
            tx -> {
              tx.afterCommit(() -> seen.add(number));
              if (number % 10 == 7) {
                throw Refusal.forbidden("no");
              }
              return tx.update(SET, "n" + number, "v", number);
            },
            new Counting(told));
      }
      assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
      // A unit is told before its effects run; one more of the lane is done after all of them.
      database.<Integer>write("lane", tx -> tx.update(SET, "last", "v", 500L));
      assertThat(seen)
          .containsExactlyElementsOf(
              LongStream.range(0, 500).filter(n -> n % 10 != 7).boxed().toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReadSeesOneSnapshot(Engine engine) {
    try (Database database = engine.open(folder)) {
      database.<Integer>write(tx -> tx.update(SET, "a", "1", 1L));
      List<Long> counts =
          database.read(
              tx -> {
                long before = count(tx);
                writeElsewhere(database);
                return List.of(before, count(tx));
              });
      assertThat(counts).containsExactly(1L, 1L);
      assertThat(values(database)).hasSize(2);
    }
  }

  private static long count(Tx tx) throws SQLException {
    return tx.first("SELECT count(*) FROM settings WHERE value <> ''", row -> row.number(1))
        .orElseThrow();
  }

  private static void writeElsewhere(Database database) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> database.<Integer>write(tx -> tx.update(SET, "b", "2", 2L)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEffectThatFailsHarmsNobody(Engine engine) {
    try (Database database = engine.open(folder)) {
      int rows =
          database.<Integer>write(
              tx -> {
                tx.afterCommit(
                    () -> {
                      throw new IllegalStateException("a fault in an effect");
                    });
                return tx.update(SET, "a", "1", 1L);
              });
      assertThat(rows).isEqualTo(1);
      assertThat(values(database)).containsExactly("1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void nullsAndTimesGoRoundTrip(Engine engine) {
    try (Database database = engine.open(folder)) {
      database.<Integer>write(
          tx ->
              tx.update(
                  "INSERT INTO accounts (id, email_key, email, name, role, language, time_zone,"
                      + " password_hash, disabled_at, created_at) VALUES (?,?,?,?,?,?,?,?,?,?)",
                  "i",
                  "e",
                  "E",
                  "Şükrü Ağaoğlu",
                  ErrorCode.BUSY,
                  "tr",
                  null,
                  "h",
                  null,
                  java.time.Instant.ofEpochMilli(1_234_567_890_123L)));
      var row =
          database.read(
              tx ->
                  tx.first(
                      "SELECT name, role, time_zone, disabled_at, created_at FROM accounts",
                      r ->
                          List.of(
                              r.text(1),
                              r.text(2),
                              r.textOrNull(3) == null,
                              r.numberOrNull(4) == null,
                              r.instantOrNull(4) == null,
                              r.instant(5))));
      assertThat(row.orElseThrow())
          .containsExactly(
              "Şükrü Ağaoğlu",
              "BUSY",
              true,
              true,
              true,
              java.time.Instant.ofEpochMilli(1_234_567_890_123L));
    }
  }

  @ParameterizedTest
  @EnumSource
  void jdbiWorksInTheSameTransaction(Engine engine) {
    try (Database database = engine.open(folder)) {
      assertThatThrownBy(
              () ->
                  database.<Integer>write(
                      tx -> {
                        tx.jdbi().execute(SET, "a", "1", 1L);
                        throw Refusal.forbidden("no");
                      }))
          .isInstanceOf(Refusal.class);
      database.<Integer>write(tx -> tx.jdbi().execute(SET, "b", "2", 1L));
      assertThat(values(database)).containsExactly("2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingFinishesWhatWasHandedOver(Engine engine) {
    StoreConfig config = engine.fresh(folder);
    var told = new CountDownLatch(300);
    try (Database database = config.open()) {
      for (int i = 0; i < 300; i++) {
        String name = "n" + i;
        database.submit("l" + i % 7, tx -> tx.update(SET, name, "v", 1L), new Counting(told));
      }
    }
    assertThat(told.getCount()).isZero();
    try (Database database = config.open()) {
      assertThat(values(database)).hasSize(300);
    }
  }

  /// The values that a test has set; the schema comes with one that is empty.
  private static List<String> values(Database database) {
    return database.read(
        tx ->
            tx.list(
                "SELECT value FROM settings WHERE value <> '' ORDER BY name", row -> row.text(1)));
  }

  private record Counting(CountDownLatch latch) implements Database.Outcome<Integer> {
    @Override
    public void durable(Integer result) {
      latch.countDown();
    }

    @Override
    public void failed(RuntimeException cause) {
      latch.countDown();
    }
  }
}
