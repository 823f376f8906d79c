package dev.optima.backend.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.ManualClock;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.CallAnalytics;
import dev.optima.protocol.rest.CallAnalytics.Day;
import dev.optima.protocol.rest.CallAnalytics.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each figure equals a plain recount of the rows, before and after rows become totals.
class AnalyticsServiceTest {
  private static final Identity ELIF =
      Identity.ofSession(new UserId("elif"), Role.RECRUITER, "Elif", "s");
  private static final Identity APPLICANT =
      Identity.ofSession(new UserId("a1"), Role.APPLICANT, "A", "s");
  private static final Duration THREE_WEEKS = Duration.ofDays(21);

  /// Zones, and a day near which their clocks are changed.
  private static final List<Place> PLACES =
      List.of(
          new Place("Europe/Istanbul", "2026-11-10"),
          new Place("Europe/Berlin", "2026-03-29"),
          new Place("Europe/Berlin", "2026-10-25"),
          new Place("America/New_York", "2026-11-01"),
          new Place("America/Havana", "2026-03-08"), // there is no midnight on that day
          new Place("Australia/Lord_Howe", "2026-04-05"), // by half an hour
          new Place("Asia/Kathmandu", "2026-06-15"), // 5:45
          new Place("America/St_Johns", "2026-11-01"), // 3:30
          new Place("Pacific/Chatham", "2026-09-27"), // 12:45
          new Place("Africa/Casablanca", "2026-03-22"));

  @TempDir private Path folder;

  private record Place(String zone, String change) {
    ZoneId id() {
      return ZoneId.of(zone);
    }

    Instant day(int offset) {
      return LocalDate.parse(change).plusDays(offset).atStartOfDay(id()).toInstant();
    }
  }

  static Stream<Arguments> offices() {
    return Stream.of(Engine.values())
        .flatMap(
            engine ->
                Stream.iterate(0, i -> i < PLACES.size(), i -> i + 1)
                    .map(i -> Arguments.of(engine, i)));
  }

  @ParameterizedTest
  @MethodSource("offices")
  void eachFigureEqualsAPlainRecount(Engine engine, int seed) {
    Place place = PLACES.get(seed);
    try (Database database = engine.open(folder)) {
      RandomOffice.fill(database, seed, place.day(-12), THREE_WEEKS);
      for (AnalyticsQuery query : questions(place, new Random(seed), false)) {
        assertThat(figures(database, query)).as("%s", query).isEqualTo(recount(database, query));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("offices")
  void whatIsDeletedStaysInTheFigures(Engine engine, int seed) {
    Place place = PLACES.get(seed);
    try (Database database = engine.open(folder)) {
      RandomOffice.fill(database, 100 + seed, place.day(-12), THREE_WEEKS);
      List<AnalyticsQuery> queries = questions(place, new Random(seed), true);
      List<CallAnalytics> before = queries.stream().map(query -> recount(database, query)).toList();
      Instant line = place.day(-3).plusSeconds(new Random(seed).nextInt(100_000));

      expire(database, line);

      for (int i = 0; i < queries.size(); i++) {
        CallAnalytics after = figures(database, queries.get(i));
        assertThat(exactly(after)).as("%s", queries.get(i)).isEqualTo(exactly(before.get(i)));
        near(after, before.get(i));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void everythingMayBeDeleted(Engine engine) {
    Place place = PLACES.getFirst();
    try (Database database = engine.open(folder)) {
      RandomOffice.fill(database, 7, place.day(-12), THREE_WEEKS);
      AnalyticsQuery query = query(place, place.day(-12), place.day(10), List.of(), List.of());
      CallAnalytics before = recount(database, query);

      expire(database, place.day(20));

      assertThat(count(database, "SELECT count(*) FROM calls WHERE ended_at IS NOT NULL")).isZero();
      assertThat(exactly(figures(database, query))).isEqualTo(exactly(before));
      assertThat(before.now().interviews()).isGreaterThan(100);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void totalsTellOfNoApplicant(Engine engine) {
    Place place = PLACES.getFirst();
    try (Database database = engine.open(folder)) {
      RandomOffice.fill(database, 8, place.day(-12), THREE_WEEKS);

      expire(database, place.day(20));
      database.<Integer>write(tx -> tx.update("DELETE FROM applicants"));

      assertThat(count(database, "SELECT count(*) FROM interviewed_applicants")).isZero();
      assertThat(count(database, "SELECT sum(calls) FROM call_totals")).isGreaterThan(200);
    }
  }

  @Test
  void aDayOfTwentyFiveHoursIsOneDay() {
    Place place = new Place("Europe/Berlin", "2026-10-25");
    try (Database database = Engine.SQLITE.open(folder)) {
      AnalyticsQuery query = query(place, place.day(0), place.day(1), List.of(), List.of());

      CallAnalytics figures = figures(database, query);

      assertThat(Duration.between(query.from(), query.to())).isEqualTo(Duration.ofHours(25));
      assertThat(figures.days()).extracting(Day::date).containsExactly(LocalDate.of(2026, 10, 25));
      assertThat(query.before(query.to()).period().from()).isEqualTo(place.day(-1));
      assertThat(figures.now()).isEqualTo(new Figures(0, 0, 0, null, 0, 0, null, null, null));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aWeekThatHasJustBegunIsComparedWithAsMuchOfTheLastOne(Engine engine) {
    Place place = new Place("Europe/Berlin", "2026-10-26");
    try (Database database = engine.open(folder)) {
      RandomOffice.fill(database, 9, place.day(-12), THREE_WEEKS);
      AnalyticsQuery query = query(place, place.day(0), place.day(7), List.of(), List.of());
      Instant now = place.day(1).plus(Duration.ofHours(11));

      CallAnalytics figures = figures(database, query, now);

      assertThat(query.before(now).period())
          .as("the same hour of Tuesday, on the other side of the end of summer time")
          .isEqualTo(new Period(place.day(-7), place.day(-6).plus(Duration.ofHours(11))));
      assertThat(exactly(figures)).isEqualTo(exactly(recount(database, query, now)));
      assertThat(figures.before().interviews())
          .isPositive()
          .isLessThan(figures(database, query).before().interviews());
    }
  }

  @Test
  void aTimeThatBeginsAtNoMidnightIsComparedWithAsMuchTime() {
    Place place = new Place("Europe/Berlin", "2026-10-25");
    Instant from = place.day(0).plusSeconds(1);
    AnalyticsQuery query = query(place, from, place.day(1), List.of(), List.of());

    assertThat(query.before(query.to()).period())
        .isEqualTo(new Period(from.minusSeconds(25 * 3600 - 1), from));
  }

  @Test
  void limitsAreSaidByTheirField() {
    Instant from = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(refused(from, from, "UTC", 0)).isEqualTo("to");
    assertThat(refused(from, from.plus(Duration.ofDays(401)), "UTC", 0)).isEqualTo("to");
    assertThat(refused(from, from.plusSeconds(1), "Mars/Base", 0)).isEqualTo("time_zone");
    assertThat(refused(from, from.plusSeconds(1), "UTC", 51)).isEqualTo("person");
    assertThat(refused(Instant.EPOCH.minusSeconds(1), from, "UTC", 0)).isEqualTo("from");
    AnalyticsQuery.of(from, from.plus(Duration.ofDays(400)), "UTC", List.of(), List.of());
  }

  @Test
  void figuresAreForTheTeam() {
    Place place = PLACES.getFirst();
    try (Database database = Engine.SQLITE.open(folder)) {
      var service = new AnalyticsService(database, Duration.ZERO, InstantSource.system());
      AnalyticsQuery query = query(place, place.day(0), place.day(1), List.of(), List.of());

      Refusal refusal = catchThrowableOfType(Refusal.class, () -> service.calls(APPLICANT, query));

      assertThat(refusal.code()).isEqualTo(ErrorCode.FORBIDDEN);
    }
  }

  @Test
  void figuresAreRememberedForAWhileAndNoLongerThanToTheEndOfACall() {
    Place place = PLACES.getFirst();
    try (Database database = Engine.SQLITE.open(folder)) {
      var clock = new ManualClock();
      var service = new AnalyticsService(database, Duration.ofSeconds(30), clock);
      AnalyticsQuery query = query(place, place.day(0), place.day(1), List.of(), List.of());

      CallAnalytics first = service.calls(ELIF, query);
      clock.advance(Duration.ofSeconds(29));
      assertThat(service.calls(ELIF, query)).isSameAs(first);
      assertThatThrownBy(() -> service.calls(APPLICANT, query)).isInstanceOf(Refusal.class);
      service.callEnded();
      CallAnalytics second = service.calls(ELIF, query);
      assertThat(second).isNotSameAs(first);
      clock.advance(Duration.ofSeconds(30));
      assertThat(service.calls(ELIF, query)).isNotSameAs(second);
    }
  }

  @Test
  void whatIsTakenAwayIsNoted() {
    Place place = PLACES.getFirst();
    try (Database database = Engine.SQLITE.open(folder)) {
      var service = new AnalyticsService(database, Duration.ZERO, InstantSource.system());
      AnalyticsQuery query = query(place, place.day(0), place.day(1), List.of(), List.of());

      assertThat(service.export(ELIF, query)).isEqualTo(service.calls(ELIF, query));

      assertThat(count(database, "SELECT count(*) FROM audit_log WHERE act = 'ANALYTICS_EXPORTED'"))
          .isEqualTo(1);
    }
  }

  private static @Nullable String refused(Instant from, Instant to, String zone, int people) {
    List<UserId> team =
        Stream.iterate(0, i -> i < people, i -> i + 1).map(i -> new UserId("u" + i)).toList();
    return catchThrowableOfType(
            Refusal.class, () -> AnalyticsQuery.of(from, to, zone, team, List.of()))
        .field()
        .orElse(null);
  }

  /// Whole days, and stretches between any two moments, with and without filters.
  ///
  /// @param quarters between beginnings of quarters only: a total cannot be split
  private static List<AnalyticsQuery> questions(Place place, Random random, boolean quarters) {
    List<UserId> two = List.of(RandomOffice.TEAM.get(1), RandomOffice.TEAM.get(3));
    List<UserId> one = List.of(RandomOffice.TEAM.get(1));
    List<String> some = RandomOffice.POSITIONS.subList(0, 2);
    List<AnalyticsQuery> all = new ArrayList<>();
    all.add(query(place, place.day(-4), place.day(6), List.of(), List.of()));
    all.add(query(place, place.day(-1), place.day(2), one, List.of()));
    all.add(query(place, place.day(-8), place.day(5), List.of(), some));
    all.add(query(place, place.day(-8), place.day(8), two, some));
    for (int i = 0; i < 4; i++) {
      long step = quarters ? 900 : 1;
      long from = random.nextLong(10 * 86_400L / step) * step;
      long length = (1 + random.nextLong(8 * 86_400L / step)) * step;
      Instant begin = place.day(-11).plusSeconds(from);
      Instant end = begin.plusSeconds(length);
      all.add(query(place, begin, end, i % 2 == 0 ? List.of() : two, i < 2 ? List.of() : some));
    }
    return all;
  }

  private static AnalyticsQuery query(
      Place place, Instant from, Instant to, List<UserId> people, List<String> positions) {
    return AnalyticsQuery.of(from, to, place.zone(), people, positions);
  }

  private static CallAnalytics figures(Database database, AnalyticsQuery query) {
    return figures(database, query, query.to());
  }

  private static CallAnalytics figures(Database database, AnalyticsQuery query, Instant now) {
    return new AnalyticsService(database, Duration.ZERO, InstantSource.fixed(now))
        .calls(ELIF, query);
  }

  private static CallAnalytics recount(Database database, AnalyticsQuery query) {
    return recount(database, query, query.to());
  }

  private static CallAnalytics recount(Database database, AnalyticsQuery query, Instant now) {
    return new Recount(database, query).all(query.before(now).period());
  }

  /// As retention does it: in batches, each folded and deleted in one transaction.
  private static void expire(Database database, Instant line) {
    List<CallId> calls =
        database.read(
            tx ->
                tx.list(
                    "SELECT id FROM calls WHERE ended_at < ? ORDER BY created_at",
                    row -> new CallId(row.text(1)),
                    line));
    List<MeetingId> meetings =
        database.read(
            tx ->
                tx.list(
                    "SELECT id FROM meetings WHERE ends_at < ?",
                    row -> new MeetingId(row.text(1)),
                    line));
    for (int i = 0; i < calls.size(); i += 50) {
      List<CallId> batch = calls.subList(i, Math.min(i + 50, calls.size()));
      database.<Boolean>write(
          tx -> {
            new CallTotals().fold(tx, batch);
            for (CallId call : batch) {
              tx.update("DELETE FROM calls WHERE id = ?", call);
            }
            return true;
          });
    }
    database.<Boolean>write(
        tx -> {
          new MeetingTotals().fold(tx, meetings);
          for (MeetingId meeting : meetings) {
            tx.update("DELETE FROM meetings WHERE id = ?", meeting);
          }
          return true;
        });
  }

  /// All but the medians.
  private static CallAnalytics exactly(CallAnalytics of) {
    var waits = of.firstInterviews();
    return new CallAnalytics(
        of.from(),
        of.to(),
        of.timeZone(),
        withoutMedian(of.now()),
        withoutMedian(of.before()),
        of.days(),
        of.answers(),
        of.noShows(),
        new CallAnalytics.FirstInterviews(waits.applicants(), null, null, waits.bands()),
        of.lengths(),
        of.quality(),
        of.load());
  }

  private static Figures withoutMedian(Figures of) {
    return new Figures(
        of.interviews(),
        of.rings(),
        of.answered(),
        of.answerRate(),
        of.due(),
        of.noShows(),
        of.noShowRate(),
        null,
        of.score());
  }

  /// The medians are known to half a minute, and half an hour.
  private static void near(CallAnalytics after, CallAnalytics before) {
    near(after.now().medianLength(), before.now().medianLength(), 30);
    near(after.before().medianLength(), before.before().medianLength(), 30);
    near(after.firstInterviews().median(), before.firstInterviews().median(), 1800);
    near(after.firstInterviews().slowest(), before.firstInterviews().slowest(), 1800);
  }

  private static void near(@Nullable Long after, @Nullable Long before, long most) {
    if (before == null) {
      assertThat(after).isNull();
    } else {
      assertThat(after).isCloseTo(before, within(most));
    }
  }

  private static long count(Database database, String sql) {
    return database.read(tx -> tx.first(sql, row -> row.number(1)).orElseThrow());
  }
}
