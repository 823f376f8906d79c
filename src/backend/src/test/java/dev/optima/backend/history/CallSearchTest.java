package dev.optima.backend.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.history.CallFilter.HourOfWeek;
import dev.optima.backend.history.CallFilter.Range;
import dev.optima.backend.history.CallOrder.By;
import dev.optima.backend.history.SampleCalls.Sample;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.search.SearchText;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.CallPage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each filter and each order, against the same done by hand over a list.
class CallSearchTest {
  private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");

  /// The clocks of Berlin changed on 29 March, those of Kolkata stand half an hour off.
  private static final Instant TO = Instant.parse("2026-05-01T00:00:00Z");

  private static final List<ZoneId> ZONES =
      Stream.of("UTC", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns", "Europe/Istanbul")
          .map(ZoneId::of)
          .toList();

  @TempDir Path folder;

  private record Stage(World world, SampleCalls sample, Identity who) {}

  private interface Story {
    void tell(Stage stage) throws Exception;
  }

  private void on(Engine engine, int calls, Story story) throws Exception {
    try (World world = new World(engine.open(folder))) {
      var sample = new SampleCalls(7).fill(world.database, 40, calls, FROM, TO);
      world.found.catchUp().run();
      story.tell(new Stage(world, sample, world.recruiter("ayse")));
    }
  }

  private static List<CallId> all(Stage stage, CallFilter filter, CallOrder order, int limit) {
    List<CallId> found = new ArrayList<>();
    String next = null;
    do {
      CallPage page = stage.world.found.page(stage.who, filter, order, next, limit);
      page.calls().forEach(row -> found.add(row.call().callId()));
      next = page.next();
      assertThat(page.calls().size()).isLessThanOrEqualTo(limit);
    } while (next != null);
    return found;
  }

  private static List<CallId> expected(Stage stage, CallFilter filter, CallOrder order) {
    return stage.sample.calls.stream()
        .filter(call -> fits(call, filter))
        .sorted(comparator(order))
        .map(Sample::id)
        .toList();
  }

  private static Comparator<Sample> comparator(CallOrder order) {
    boolean newest = order.isNewestFirst();
    // Calls were numbered in the order of their time, then of their ids.
    Comparator<Sample> ties =
        Comparator.comparing(Sample::createdAt).thenComparing(call -> call.id().value());
    if (newest) {
      ties = ties.reversed();
    }
    return switch (order.by()) {
      case WHEN -> ties;
      case LENGTH -> keyed(Sample::length, order).thenComparing(ties);
      case QUALITY -> keyed(Sample::score, order).thenComparing(ties);
      case OUTCOME -> keyed(Sample::outcome, order).thenComparing(ties);
      case APPLICANT ->
          keyed(call -> SearchText.of(call.applicant().name()), order).thenComparing(ties);
      case INTERVIEWER ->
          keyed(call -> SearchText.of(SampleCalls.name(call.caller())), order).thenComparing(ties);
    };
  }

  /// What is not known is last in either direction.
  private static <T extends Comparable<? super T>> Comparator<Sample> keyed(
      Function<Sample, @Nullable T> key, CallOrder order) {
    Comparator<T> plain = Comparator.naturalOrder();
    return Comparator.comparing(
        key, Comparator.nullsLast(order.ascending() ? plain : plain.reversed()));
  }

  private static boolean fits(Sample call, CallFilter filter) {
    return (filter.states().isEmpty() || filter.states().contains(call.state()))
        && (filter.outcomes().isEmpty()
            || (call.outcome() != null && filter.outcomes().contains(call.outcome())))
        && (filter.people().isEmpty() || filter.people().stream().anyMatch(p -> isIn(call, p)))
        && (filter.positions().isEmpty()
            || (call.applicant().position() != null
                && filter.positions().contains(call.applicant().position())))
        && (filter.from() == null || !call.createdAt().isBefore(filter.from()))
        && (filter.to() == null || call.createdAt().isBefore(filter.to()))
        && within(filter.length(), call.length() == null ? null : (double) call.length())
        && within(filter.score(), call.score())
        && isThen(call, filter.time())
        && (!filter.rang() || call.rang())
        && says(call, filter.words());
  }

  private static boolean isIn(Sample call, UserId person) {
    return Stream.concat(Stream.of(call.applicant().id(), call.caller()), call.guests().stream())
        .anyMatch(person.value()::equals);
  }

  private static boolean within(Range range, @Nullable Double value) {
    return range.isAny()
        || (value != null
            && (range.min() == null || value >= range.min())
            && (range.max() == null || value < range.max()));
  }

  private static boolean isThen(Sample call, HourOfWeek time) {
    ZonedDateTime there = call.createdAt().atZone(time.zone());
    return (time.weekday() == null || there.getDayOfWeek().getValue() == time.weekday())
        && (time.hour() == null || there.getHour() == time.hour());
  }

  private static boolean says(Sample call, String typed) {
    if (typed.isBlank()) {
      return true;
    }
    List<String> words = List.of(SearchText.of(typed).strip().split("[^\\p{L}\\p{N}]+"));
    List<String> said = SampleCalls.words(call);
    return call.outcome() != null
        && said.containsAll(words.subList(0, words.size() - 1))
        && said.stream().anyMatch(word -> word.startsWith(words.getLast()));
  }

  private static final Set<CallState> OVER =
      Set.of(
          CallState.ENDED,
          CallState.REJECTED,
          CallState.MISSED,
          CallState.CANCELLED,
          CallState.FAILED);

  private static CallFilter filter(Random random) {
    return new CallFilter(
        random.nextInt(4) > 0
            ? OVER
            : random.nextBoolean() ? Set.of() : Set.of(CallState.ACTIVE, CallState.MISSED),
        random.nextInt(3) > 0
            ? Set.of()
            : EnumSet.of(CallOutcome.values()[random.nextInt(8)], CallOutcome.COMPLETED),
        random.nextInt(3) > 0 ? List.of() : people(random),
        random.nextInt(4) > 0 ? List.of() : List.of(SampleCalls.POSITIONS.get(random.nextInt(5))),
        random.nextInt(4) > 0 ? null : FROM.plusSeconds(random.nextInt(40) * 86_400L),
        random.nextInt(4) > 0 ? null : TO.minusSeconds(random.nextInt(40) * 86_400L),
        random.nextInt(4) > 0 ? "" : WORDS.get(random.nextInt(WORDS.size())),
        random.nextInt(5) > 0 ? Range.ANY : new Range(0.0, random.nextInt(400) + 1.0),
        random.nextInt(5) > 0 ? Range.ANY : new Range(1 + random.nextInt(4) / 1.0, null),
        random.nextInt(4) > 0
            ? HourOfWeek.ANY
            : new HourOfWeek(
                random.nextBoolean() ? null : 1 + random.nextInt(7),
                random.nextBoolean() ? null : random.nextInt(24),
                ZONES.get(random.nextInt(ZONES.size()))),
        random.nextInt(4) == 0);
  }

  private static final List<String> WORDS =
      List.of(
          "ISIL",
          "ışıl şah",
          "i̇brahim",
          "İBR",
          "cagla",
          "DOE john",
          "zoe",
          "müh",
          "r&d",
          "12",
          "GÖRÜŞME 1",
          "no such");

  private static List<UserId> people(Random random) {
    return random.nextBoolean()
        ? List.of(new UserId("p" + random.nextInt(45)))
        : List.of(
            new UserId(SampleCalls.TEAM.get(random.nextInt(4))),
            new UserId("p" + random.nextInt(5)));
  }

  @ParameterizedTest
  @EnumSource
  void everyFilterInEveryOrderIsWhatAListSays(Engine engine) throws Exception {
    on(
        engine,
        600,
        stage -> {
          var random = new Random(11);
          for (int round = 0; round < 40; round++) {
            CallFilter filter = round == 0 ? CallFilter.ALL : filter(random);
            for (By by : By.values()) {
              for (boolean ascending : new boolean[] {true, false}) {
                var order = new CallOrder(by, ascending);
                assertThat(all(stage, filter, order, 7 + random.nextInt(60)))
                    .as("%s %s", filter, order)
                    .containsExactlyElementsOf(expected(stage, filter, order));
              }
            }
          }
        });
  }

  /// So few that each way is taken: to sort what an index knows, what words find, or neither.
  private static final List<Bounds> TIGHT =
      List.of(
          new Bounds(0, 0, 0, 5, 20, 50),
          new Bounds(0, 0, 1_000, 1, 20, 50),
          new Bounds(3, 40, 20, 9, 20, 1_000));

  @ParameterizedTest
  @EnumSource
  void itIsTheSameInWhicheverWayItIsFound(Engine engine) throws Exception {
    on(
        engine,
        300,
        stage -> {
          var random = new Random(17);
          for (Bounds bounds : TIGHT) {
            var search =
                new CallSearch(stage.world.database, Duration.ofDays(90), bounds, Instant::now);
            for (int round = 0; round < 60; round++) {
              CallFilter filter = filter(random);
              var order = new CallOrder(By.values()[random.nextInt(6)], random.nextBoolean());
              List<CallId> expected = expected(stage, filter, order);
              List<CallId> found = new ArrayList<>();
              String next = null;
              do {
                CallPage page = search.page(stage.who, filter, order, next, 9);
                page.calls().forEach(row -> found.add(row.call().callId()));
                if (next == null) {
                  isHonest(page, expected.size());
                }
                next = page.next();
              } while (next != null);
              assertThat(found)
                  .as("%s %s %s", bounds, filter, order)
                  .containsExactlyElementsOf(expected);
            }
          }
        });
  }

  private static void isHonest(CallPage page, long all) {
    if (page.totalIsExact()) {
      assertThat(page.total()).isEqualTo(all);
    } else {
      assertThat(page.total()).isBetween((long) page.calls().size(), all);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstPageSaysHowMany(Engine engine) throws Exception {
    on(
        engine,
        300,
        stage -> {
          var random = new Random(3);
          for (int round = 0; round < 30; round++) {
            CallFilter filter = filter(random);
            var order = new CallOrder(By.values()[random.nextInt(6)], random.nextBoolean());
            CallPage page = stage.world.found.page(stage.who, filter, order, null, 5);
            assertThat(page.totalIsExact()).isTrue();
            assertThat(page.total()).isEqualTo(expected(stage, filter, order).size());
            if (page.next() != null) {
              CallPage second = stage.world.found.page(stage.who, filter, order, page.next(), 5);
              assertThat(second.total()).isNull();
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void pagesAreWholeWhileCallsComeIn(Engine engine) throws Exception {
    on(
        engine,
        200,
        stage -> {
          for (By by : By.values()) {
            for (boolean ascending : new boolean[] {true, false}) {
              var order = new CallOrder(by, ascending);
              var filter =
                  new CallFilter(
                      OVER,
                      Set.of(),
                      List.of(),
                      List.of(),
                      null,
                      null,
                      "",
                      Range.ANY,
                      Range.ANY,
                      HourOfWeek.ANY,
                      false);
              Set<CallId> before = new HashSet<>(expected(stage, filter, order));
              List<CallId> found = new ArrayList<>();
              String next = null;
              do {
                CallPage page = stage.world.found.page(stage.who, filter, order, next, 13);
                page.calls().forEach(row -> found.add(row.call().callId()));
                next = page.next();
                oneMore(stage);
              } while (next != null);
              assertThat(found).doesNotHaveDuplicates().containsAll(before);
            }
          }
        });
  }

  private static void oneMore(Stage stage) {
    stage.world.database.<Boolean>write(
        tx -> {
          String id = "d%05d".formatted(stage.sample.calls.size());
          new HistoryIndex()
              .follow(tx, stage.sample.call(tx, id, FROM.plusSeconds(86_400), false).id());
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatWasBeforeIsAddedNewestFirstAndUntilThenNoTotalIsExact(Engine engine) {
    try (World world = new World(engine.open(folder))) {
      new SampleCalls(7).fill(world.database, 40, 300, FROM, TO);
      Duration kept = Duration.between(FROM.plus(Duration.ofDays(30)), world.clock.instant());
      var search = new CallSearch(world.database, kept, world.clock);
      Identity ayse = world.recruiter("ayse");
      assertThat(search.page(ayse, CallFilter.ALL, CallOrder.NEWEST, null, 5).totalIsExact())
          .isFalse();
      var index = new HistoryIndex();
      Instant since = world.clock.instant().minus(kept);
      world.database.<Integer>write(tx -> index.catchUp(tx, since, 50));
      assertThat(missing(world, "MAX")).isLessThanOrEqualTo(oldest(world));
      CallPage some = search.page(ayse, CallFilter.ALL, CallOrder.NEWEST, null, 5);
      assertThat(some.total()).isEqualTo(50);
      assertThat(some.totalIsExact()).isFalse();

      search.catchUp().run();
      assertThat(missing(world, "MAX")).as("about to go").isLessThan(since.toEpochMilli());
      assertThat(oldest(world)).isGreaterThanOrEqualTo(since.toEpochMilli());
      assertThat(search.page(ayse, CallFilter.ALL, CallOrder.NEWEST, null, 5).totalIsExact())
          .isTrue();
    }
  }

  private static long missing(World world, String which) {
    String sql = "SELECT " + which + "(created_at) FROM calls WHERE in_history = 0";
    return world.database.<Long>read(tx -> tx.first(sql, row -> row.number(1)).orElseThrow());
  }

  private static long oldest(World world) {
    String sql = "SELECT MIN(created_at) FROM call_history";
    return world.database.<Long>read(tx -> tx.first(sql, row -> row.number(1)).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void aCursorOfNoOutcomeIsRefused(Engine engine) throws Exception {
    on(
        engine,
        5,
        stage -> {
          var order = new CallOrder(By.OUTCOME, false);
          for (String key : List.of("99999999999", "9", "-1", "x")) {
            String text =
                Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(("outcome|desc|0|1|" + key).getBytes(StandardCharsets.UTF_8));
            Refusal refusal =
                catchThrowableOfType(
                    Refusal.class,
                    () -> stage.world.found.page(stage.who, CallFilter.ALL, order, text, 5));
            assertThat(refusal).as(key).isNotNull();
            assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void theScoreOfAllThatFitsIsThatOfInterviews(Engine engine) throws Exception {
    on(
        engine,
        60,
        stage -> {
          stage.world.database.<Boolean>write(
              tx -> {
                tx.update("UPDATE calls SET score = 1.0 WHERE outcome IS NOT NULL");
                tx.update("UPDATE calls SET score = 4.0 WHERE outcome IN ('COMPLETED', 'DROPPED')");
                return true;
              });
          assertThat(stage.world.found.figures(stage.who, CallFilter.ALL).score()).isEqualTo(4.0);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aCursorIsOfOneOrderAndOfOurs(Engine engine) throws Exception {
    on(
        engine,
        60,
        stage -> {
          String next =
              stage.world.found.page(stage.who, CallFilter.ALL, CallOrder.NEWEST, null, 5).next();
          var other = new CallOrder(By.APPLICANT, true);
          for (String wrong : List.of("rubbish", "", "%%%", "2026.x", next + "x", "d2hlbnxkZXNj")) {
            Refusal refusal =
                catchThrowableOfType(
                    Refusal.class,
                    () ->
                        stage.world.found.page(
                            stage.who, CallFilter.ALL, CallOrder.NEWEST, wrong, 5));
            assertThat(refusal).as(wrong).isNotNull();
            assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
          }
          Refusal refusal =
              catchThrowableOfType(
                  Refusal.class,
                  () -> stage.world.found.page(stage.who, CallFilter.ALL, other, next, 5));
          assertThat(refusal.getMessage()).contains("another order");
        });
  }
}
