package dev.optima.backend.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.analytics.AnalyticsQuery;
import dev.optima.backend.analytics.AnalyticsService;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.CallAnalytics;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A month that fits together.
class DemoDataTest {
  private static final DemoData.Wish WISH =
      new DemoData.Wish(
          URI.create("http://127.0.0.1:8080"),
          "demo password",
          Instant.parse("2026-11-22T13:00:00Z"),
          7);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void everythingFitsTogether(Engine engine) throws Exception {
    try (Database database = engine.open(directory)) {
      DemoData.Made made = DemoData.fill(database, BackendConfig.read(null, Map.of()), WISH);

      assertThat(made.accounts()).hasSize(4);
      assertThat(made.accounts().getFirst().name()).isEqualTo("Elif Kaya");
      assertThat(made.applicants()).hasSize(12);
      assertThat(made.invitations()).hasSize(2);
      assertThat(count(database, "SELECT COUNT(*) FROM calls")).isGreaterThan(120);
      assertThat(count(database, "SELECT COUNT(*) FROM calls WHERE ended_at IS NULL")).isZero();
      assertThat(count(database, "SELECT COUNT(DISTINCT outcome) FROM calls")).isEqualTo(8);
      assertThat(
              count(
                  database,
                  "SELECT COUNT(*) FROM calls WHERE ended_at > " + WISH.now().toEpochMilli()))
          .as("calls in the future")
          .isZero();
      assertThat(
              count(
                  database,
                  "SELECT COUNT(*) FROM calls WHERE together_millis > ended_at - created_at"))
          .as("longer than it lasted")
          .isZero();
      assertThat(
              count(
                  database,
                  "SELECT COUNT(*) FROM calls a JOIN calls b ON a.caller_id = b.caller_id"
                      + " AND a.id <> b.id AND b.created_at >= a.created_at"
                      + " AND b.created_at < a.ended_at"))
          .as("in two calls at once")
          .isZero();
      assertThat(
              count(
                  database,
                  "SELECT COUNT(*) FROM messages m JOIN messages n ON m.room_id = n.room_id"
                      + " AND m.seq = n.seq + 1 AND m.sent_at < n.sent_at"))
          .as("out of order")
          .isZero();
      assertThat(
              count(database, "SELECT COUNT(*) FROM calls")
                  - count(database, "SELECT COUNT(*) FROM messages WHERE kind = 'CALL'"))
          .as("calls without an entry in the chat")
          .isZero();
      assertThat(
              count(database, "SELECT COUNT(*) FROM calls WHERE started_at IS NOT NULL")
                  - count(database, "SELECT COUNT(*) FROM messages WHERE kind = 'CALL_STARTED'"))
          .as("calls that began without an entry in the chat")
          .isZero();
      assertThat(count(database, "SELECT COUNT(DISTINCT stage) FROM applicants")).isEqualTo(7);
      assertThat(count(database, "SELECT COUNT(*) FROM applicants WHERE notes IS NOT NULL"))
          .isEqualTo(3);
      assertThat(count(database, "SELECT COUNT(*) FROM messages WHERE room_id LIKE 'team_%'"))
          .isEqualTo(3);
      assertThat(count(database, "SELECT COUNT(*) FROM messages WHERE reply_to IS NOT NULL"))
          .isEqualTo(2);
      assertThat(count(database, "SELECT COUNT(*) FROM reactions")).isEqualTo(2);
      assertThat(states(database))
          .contains(
              "SCHEDULED INVITED NONE",
              "SCHEDULED ACCEPTED NONE",
              "SCHEDULED DECLINED NONE",
              "SCHEDULED ASKED_TO_MOVE NONE",
              "OPEN ACCEPTED NONE",
              "OPEN ACCEPTED ASKED",
              "OPEN ACCEPTED REVIEW",
              "COMPLETED ACCEPTED NONE",
              "NO_SHOW ACCEPTED NONE",
              "CANCELLED ACCEPTED NONE");
      assertThat(count(database, "SELECT COUNT(DISTINCT owner_id) FROM meetings")).isEqualTo(3);
    }
  }

  @Test
  void insightsHaveSomethingToShow() throws Exception {
    try (Database database = new StoreConfig(null, directory).openToFill()) {
      DemoData.Made made = DemoData.fill(database, BackendConfig.read(null, Map.of()), WISH);
      Identity elif =
          Identity.ofSession(
              new UserId("any"), Role.RECRUITER, made.accounts().getFirst().name(), "s");
      AnalyticsQuery query =
          AnalyticsQuery.of(
              WISH.now().minus(Duration.ofDays(28)),
              WISH.now(),
              "Europe/Istanbul",
              List.of(),
              List.of());

      CallAnalytics figures =
          new AnalyticsService(database, Duration.ZERO, InstantSource.system()).calls(elif, query);

      assertThat(figures.now().interviews()).isGreaterThan(70);
      assertThat(figures.now().answerRate()).isBetween(0.5, 0.95);
      assertThat(figures.now().noShowRate()).isBetween(0.02, 0.4);
      assertThat(figures.noShows().recruiter()).isPositive();
      assertThat(figures.days().stream().filter(day -> day.completed() > 0).count())
          .isGreaterThan(14);
      assertThat(figures.answers()).hasSizeGreaterThan(25);
      assertThat(figures.firstInterviews().applicants()).isGreaterThan(20);
      assertThat(figures.firstInterviews().median()).isPositive();
      assertThat(figures.quality()).hasSizeGreaterThan(14);
      assertThat(figures.quality()).anyMatch(day -> day.poor() > 0);
      assertThat(figures.load())
          .extracting(CallAnalytics.Load::name)
          .containsExactlyInAnyOrder("Elif Kaya", "Mert Demir", "Selin Ak");
      assertThat(
              count(database, "SELECT COUNT(*) FROM calls WHERE score IS NULL AND started_at > 0"))
          .as("interviews that nobody measured")
          .isZero();
      assertThat(count(database, "SELECT COUNT(*) FROM calls WHERE score > 4")).isPositive();
      assertThat(count(database, "SELECT COUNT(*) FROM calls WHERE score < 3")).isPositive();
      assertThat(count(database, "SELECT COUNT(*) FROM calls WHERE drops > 0")).isPositive();
      assertThat(count(database, "SELECT COUNT(*) FROM recording_consents WHERE given = 1"))
          .isEqualTo(1);
      assertThat(count(database, "SELECT COUNT(*) FROM recordings")).isEqualTo(1);
      assertThat(count(database, "SELECT COUNT(DISTINCT kind) FROM call_events")).isGreaterThan(9);
      assertThat(
              count(
                  database,
                  "SELECT COUNT(*) FROM calls c JOIN applicants a ON a.id = c.applicant_id"
                      + " WHERE c.created_at < a.created_at"))
          .as("called before they applied")
          .isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-26T06:10:00Z", "2027-01-03T22:40:00Z"})
  void anyDayWillDo(String now) throws Exception {
    try (Database database = new StoreConfig(null, directory).openToFill()) {
      DemoData.fill(
          database,
          BackendConfig.read(null, Map.of()),
          new DemoData.Wish(WISH.publicUrl(), WISH.password(), Instant.parse(now), 7));

      assertThat(count(database, "SELECT COUNT(*) FROM calls")).isGreaterThan(100);
      assertThat(count(database, "SELECT COUNT(*) FROM calls WHERE ended_at IS NULL")).isZero();
    }
  }

  @Test
  void theSameSeedIsTheSameMonth() throws Exception {
    assertThat(month(directory.resolve("a"))).isEqualTo(month(directory.resolve("b")));
  }

  @Test
  void aDatabaseInUseIsLeftAlone() throws Exception {
    try (Database database = new StoreConfig(null, directory).openToFill()) {
      BackendConfig config = BackendConfig.read(null, Map.of());
      DemoData.fill(database, config, WISH);
      long before = count(database, "SELECT COUNT(*) FROM messages");

      Refusal refusal =
          catchThrowableOfType(Refusal.class, () -> DemoData.fill(database, config, WISH));

      assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(count(database, "SELECT COUNT(*) FROM messages")).isEqualTo(before);
    }
  }

  private static List<String> month(Path directory) throws Exception {
    Files.createDirectories(directory);
    try (Database database = new StoreConfig(null, directory).openToFill()) {
      DemoData.fill(database, BackendConfig.read(null, Map.of()), WISH);
      return database.read(
          tx ->
              tx.list(
                  """
                  SELECT a.name, m.seq, m.kind, m.body, m.sent_at, c.outcome, c.together_millis
                  FROM messages m JOIN rooms r ON r.id = m.room_id
                  JOIN applicants a ON a.id = r.applicant_id
                  LEFT JOIN calls c ON c.id = m.request_key
                  ORDER BY a.name, m.seq\
                  """,
                  row ->
                      row.text(1)
                          + row.number(2)
                          + row.text(3)
                          + row.text(4)
                          + row.number(5)
                          + row.textOrNull(6)
                          + row.numberOrNull(7)));
    }
  }

  private static List<String> states(Database database) {
    return database.read(
        tx ->
            tx.list(
                "SELECT status || ' ' || answer || ' ' || overdue FROM meetings",
                row -> row.text(1)));
  }

  private static long count(Database database, String sql) {
    return database.read(tx -> tx.first(sql, row -> row.number(1)).orElseThrow());
  }
}
